package dev.ephor.connector.ticket;

import java.util.Set;

/**
 * A system that knows tickets. Calls block (they are made on virtual threads), may come from
 * several threads at once, and never wait longer than the configured time-out; asking again is the
 * caller's.
 */
public interface TicketSystem extends AutoCloseable {

    /** Looks a ticket up, at the system and never in a cache. Throws only for a bug of its own. */
    Standing look(Question question);

    /** Frees sockets and threads; what is being looked up is still answered. */
    @Override
    void close();

    /**
     * @param number as the requester gave it: may hold any character
     * @param requester the names under which the system may know the requester: object id, user
     *     name, mail address
     */
    record Question(String number, Set<String> requester) {
        public Question {
            requester = Set.copyOf(requester);
        }
    }

    /** What the system says of a ticket. */
    sealed interface Standing {
        /** It is there, open, and the requester's. */
        record Open() implements Standing {}

        /** It is there, and work on it is over. */
        record Closed() implements Standing {}

        /** It is there, and somebody else's. */
        record SomebodyElses() implements Standing {}

        /** There is no such ticket. */
        record Unknown() implements Standing {}

        /**
         * The system gave no usable answer.
         *
         * @param reason one line for a person, without a secret
         */
        record Unanswered(String reason) implements Standing {}
    }
}
