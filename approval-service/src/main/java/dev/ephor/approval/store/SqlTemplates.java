package dev.ephor.approval.store;

import dev.ephor.approval.application.ApprovalTemplate;
import dev.ephor.approval.application.ApprovalTemplates;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** {@link ApprovalTemplates} in PostgreSQL. */
@ApplicationScoped
class SqlTemplates
        implements ApprovalTemplates, PanacheRepositoryBase<TemplateRow, TemplateRow.Id> {

    @Override
    public Map<String, ApprovalTemplate> find(String tenant, Collection<String> keys) {
        return list("id.tenant = ?1 and id.key in ?2", tenant, keys).stream()
                .map(TemplateRow::template)
                .collect(Collectors.toMap(ApprovalTemplate::key, template -> template));
    }

    @Override
    public void save(String tenant, ApprovalTemplate template, String changedBy, Instant at) {
        TemplateRow row = TemplateRow.of(tenant, template);
        row.changedBy = changedBy;
        row.changedAt = at;
        getEntityManager().merge(row);
    }
}
