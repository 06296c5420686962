package dev.ephor.request.store;

import dev.ephor.request.mailing.Mail;
import dev.ephor.request.mailing.Notice;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mail as it is stored. */
@Entity
@Table(name = "mail")
public class MailRow extends PanacheEntityBase {
    @Id public String id;
    public String address;
    public String notice;

    @Column(name = "created_at")
    public Instant createdAt;

    public int tries;

    @Column(name = "due_at")
    public @Nullable Instant dueAt;

    @Column(name = "over_at")
    public @Nullable Instant overAt;

    public @Nullable String failure;

    static MailRow of(Mail mail) {
        var row = new MailRow();
        row.id = mail.id();
        row.address = mail.to();
        row.notice = Documents.write(mail.notice());
        row.createdAt = mail.since();
        row.dueAt = mail.since();
        return row;
    }

    Mail mail() {
        return new Mail(id, address, Documents.read(notice, Notice.class), createdAt, tries);
    }

    void isOver(Instant at, @Nullable String why) {
        dueAt = null;
        overAt = at;
        failure = why;
    }

    void isPostponed(Instant until, String why) {
        dueAt = until;
        tries++;
        failure = why;
    }
}
