package dev.ephor.request.store;

import dev.ephor.kit.list.Condition;
import dev.ephor.kit.list.Rows;
import dev.ephor.request.mailing.Mail;
import dev.ephor.request.mailing.Notice;
import dev.ephor.request.mailing.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/** Mails in the table {@code mail}: by plain JDBC, because there are some for every activation. */
@ApplicationScoped
class SqlMails implements Outbox {
    private static final String ADD =
            """
            insert into mail (id, address, notice, created_at, tries, due_at)
            values (?, ?, ?, ?, 0, ?) on conflict do nothing
            """;

    /** A row that another instance has locked is passed over. */
    private static final String CLAIM =
            """
            select id, address, notice, created_at, tries from mail
             where due_at <= ? order by due_at limit 1 for update skip locked
            """;

    private static final String NEXT =
            "select due_at from mail where due_at is not null order by due_at limit 1";

    private final Rows rows;

    SqlMails(DataSource database) {
        this.rows = new Rows(database);
    }

    @Override
    public void add(Mail mail) {
        String notice = Documents.write(mail.notice());
        rows.write(Condition.of(ADD, mail.id(), mail.to(), notice, mail.since(), mail.since()));
    }

    @Override
    public Optional<Mail> claim(Instant now) {
        return rows.list(Condition.of(CLAIM, now), SqlMails::mail).stream().findFirst();
    }

    @Override
    public Optional<Instant> nextDue() {
        return rows.list(Condition.of(NEXT), row -> instant(row, "due_at")).stream().findFirst();
    }

    @Override
    public void sent(Mail mail, Instant at) {
        rows.write(
                Condition.of(
                        "update mail set due_at = null, over_at = ?, failure = null where id = ?",
                        at,
                        mail.id()));
    }

    @Override
    public void postpone(Mail mail, String why, Instant until) {
        rows.write(
                Condition.of(
                        "update mail set due_at = ?, tries = tries + 1, failure = ? where id = ?",
                        until,
                        why,
                        mail.id()));
    }

    @Override
    public void giveUp(Mail mail, Instant at, String why) {
        rows.write(
                Condition.of(
                        "update mail set due_at = null, over_at = ?, failure = ? where id = ?",
                        at,
                        why,
                        mail.id()));
    }

    @Override
    public void forget(Instant before) {
        rows.write(Condition.of("delete from mail where over_at < ?", before));
    }

    private static Mail mail(ResultSet row) throws SQLException {
        return new Mail(
                row.getString("id"),
                row.getString("address"),
                Documents.read(row.getString("notice"), Notice.class),
                instant(row, "created_at"),
                row.getInt("tries"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(Rows.instant(row, column));
    }
}
