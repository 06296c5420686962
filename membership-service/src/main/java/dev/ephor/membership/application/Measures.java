package dev.ephor.membership.application;

import dev.ephor.events.MembershipEvent;

/** Needs to count and to time. */
public interface Measures {

    /** What the windows of one partition come to. */
    record Tally(int live, int scheduled, int unconfirmed, int stuck, int drifted) {
        public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);

        public Tally plus(Tally other) {
            return new Tally(
                    live + other.live,
                    scheduled + other.scheduled,
                    unconfirmed + other.unconfirmed,
                    stuck + other.stuck,
                    drifted + other.drifted);
        }

        public Tally minus(Tally other) {
            return new Tally(
                    live - other.live,
                    scheduled - other.scheduled,
                    unconfirmed - other.unconfirmed,
                    stuck - other.stuck,
                    drifted - other.drifted);
        }
    }

    /** Something was decided and is said. */
    void said(MembershipEvent event);

    void tally(int partition, Tally tally);

    void drop(int partition);

    /** An event of a type that this version does not know was passed over. */
    void unknownType(String topic);

    void deadLetter(String topic);

    /** The watchdog withdrew an overdue membership by itself. */
    void watchdogWithdrew();
}
