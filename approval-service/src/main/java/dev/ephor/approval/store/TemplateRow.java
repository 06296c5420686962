package dev.ephor.approval.store;

import dev.ephor.approval.application.ApprovalTemplate;
import dev.ephor.approval.domain.Waiting;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A template that somebody has written. */
@Entity
@Table(name = "approval_template")
class TemplateRow extends PanacheEntityBase {

    /** A tenant has one of each key. */
    @Embeddable
    record Id(String tenant, String key) {}

    @EmbeddedId Id id;
    String subject;
    String body;

    @Column(name = "lapses_after")
    @Nullable String lapsesAfter;

    @Column(name = "reminds_after")
    @Nullable String remindsAfter;

    @Column(name = "changed_by")
    String changedBy;

    @Column(name = "changed_at")
    Instant changedAt;

    static TemplateRow of(String tenant, ApprovalTemplate template) {
        var row = new TemplateRow();
        row.id = new Id(tenant, template.key());
        row.subject = template.subject();
        row.body = template.text();
        row.lapsesAfter = text(template.waiting().lapsesAfter());
        row.remindsAfter = text(template.waiting().remindsAfter());
        return row;
    }

    ApprovalTemplate template() {
        var waiting = new Waiting(duration(lapsesAfter), duration(remindsAfter));
        return new ApprovalTemplate(id.key(), subject, body, waiting);
    }

    private static @Nullable String text(@Nullable Duration duration) {
        return duration == null ? null : duration.toString();
    }

    private static @Nullable Duration duration(@Nullable String text) {
        return text == null ? null : Duration.parse(text);
    }
}
