package dev.ephor.membership.kafka;

import dev.ephor.events.MembershipEvent;
import dev.ephor.membership.application.Measures;
import java.util.ArrayList;
import java.util.List;

/** Measures that a test reads. */
final class Counted implements Measures {
    final List<String> unknown = new ArrayList<>();
    final List<String> dead = new ArrayList<>();
    Tally tally = Tally.NOTHING;

    /** Comes in the middle of a turn: after something was said, before the directory is asked. */
    Runnable whenSaid = () -> {};

    @Override
    public void said(MembershipEvent event) {
        whenSaid.run();
    }

    @Override
    public void tally(int partition, Tally now) {
        tally = now;
    }

    @Override
    public void drop(int partition) {}

    @Override
    public void unknownType(String topic) {
        unknown.add(topic);
    }

    @Override
    public void deadLetter(String topic) {
        dead.add(topic);
    }

    @Override
    public void watchdogWithdrew() {}
}
