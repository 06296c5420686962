package dev.ephor.request.store;

import dev.ephor.request.mailing.Mail;
import dev.ephor.request.mailing.Outbox;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

/** Mails in the table {@code mail}. */
@ApplicationScoped
class SqlMails implements Outbox {

    @Override
    public void add(Mail mail) {
        if (MailRow.findById(mail.id()) == null) {
            MailRow.of(mail).persist();
        }
    }

    /** A row that another instance has locked is passed over. */
    @Override
    public Optional<Mail> claim(Instant now) {
        return MailRow.<MailRow>find("dueAt <= ?1", Sort.by("dueAt"), now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .firstResultOptional()
                .map(MailRow::mail);
    }

    @Override
    public Optional<Instant> nextDue() {
        return MailRow.<MailRow>find("dueAt is not null", Sort.by("dueAt"))
                .firstResultOptional()
                .map(row -> row.dueAt);
    }

    @Override
    public void sent(Mail mail, Instant at) {
        row(mail).isOver(at, null);
    }

    @Override
    public void postpone(Mail mail, String why, Instant until) {
        row(mail).isPostponed(until, why);
    }

    @Override
    public void giveUp(Mail mail, Instant at, String why) {
        row(mail).isOver(at, why);
    }

    @Override
    public void forget(Instant before) {
        MailRow.delete("overAt < ?1", before);
    }

    /** It is in the session since it was claimed. */
    private static MailRow row(Mail mail) {
        return MailRow.findById(mail.id());
    }
}
