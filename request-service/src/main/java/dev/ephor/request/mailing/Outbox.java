package dev.ephor.request.mailing;

import java.time.Instant;
import java.util.Optional;

/** The mails that are to be sent; to be called inside a transaction. */
public interface Outbox {
    /** One that is there already stays as it is. */
    void add(Mail mail);

    /**
     * The one that has been due longest, to be tried now; until this transaction ends, no other
     * instance gets it.
     */
    Optional<Mail> claim(Instant now);

    /** When the next is due that nobody is sending. */
    Optional<Instant> nextDue();

    void sent(Mail mail, Instant at);

    /** It is tried again then. */
    void postpone(Mail mail, String why, Instant until);

    /** It is not tried again. */
    void giveUp(Mail mail, Instant at, String why);

    /** Forgets what was over before then. */
    void forget(Instant before);
}
