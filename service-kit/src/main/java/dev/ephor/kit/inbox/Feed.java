package dev.ephor.kit.inbox;

import dev.ephor.events.Event;
import dev.ephor.events.Topic;
import java.time.Duration;
import java.util.List;

/** What a {@link ConsumerLoop} reads: the common part of both kinds of subscription. */
record Feed(String name, List<String> topics, Duration gathering) {

    static Feed of(Subscription subscription) {
        return new Feed(
                subscription.name(), names(subscription.topics()), subscription.gathering());
    }

    static Feed of(RawSubscription subscription) {
        return new Feed(
                subscription.name(), names(subscription.topics()), subscription.gathering());
    }

    private static List<String> names(List<Topic<? extends Event>> topics) {
        return topics.stream().map(Topic::name).toList();
    }
}
