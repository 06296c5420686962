package dev.ephor.testing.house.planted.referee;

import dev.ephor.testing.house.planted.kafka.ListenerImpl;

/** A referee that believes one of those whom it judges. */
class Biased {
    boolean judges(ListenerImpl listener) {
        return listener != null;
    }
}
