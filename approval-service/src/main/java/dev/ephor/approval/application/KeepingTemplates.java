package dev.ephor.approval.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Shows and changes the templates of a tenant. */
@ApplicationScoped
public class KeepingTemplates {
    private final ApprovalTemplates templates;
    private final Clock clock;

    KeepingTemplates(ApprovalTemplates templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    /** Empty where nobody has written one of that key; the usual one is always there. */
    @Transactional
    public Optional<ApprovalTemplate> read(String tenant, String key) {
        var written = Optional.ofNullable(templates.find(tenant, Set.of(key)).get(key));
        return key.equals(ApprovalTemplate.USUAL)
                ? written.or(() -> Optional.of(ApprovalTemplate.asDelivered()))
                : written;
    }

    @Transactional
    public void write(String tenant, ApprovalTemplate template, String changedBy) {
        templates.save(tenant, template, changedBy, clock.instant());
    }
}
