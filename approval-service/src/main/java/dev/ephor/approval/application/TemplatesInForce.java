package dev.ephor.approval.application;

import dev.ephor.events.RequestEvent.ActivationRequested;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which template an approval has: its group's own, else the usual one. */
@ApplicationScoped
class TemplatesInForce {
    private final ApprovalTemplates templates;

    TemplatesInForce(ApprovalTemplates templates) {
        this.templates = templates;
    }

    /** For many requests: one look-up for each tenant. */
    Function<ActivationRequested, ApprovalTemplate> of(Collection<ActivationRequested> requests) {
        var written = new HashMap<String, Map<String, ApprovalTemplate>>();
        requests.stream()
                .collect(Collectors.groupingBy(request -> request.key().tenant()))
                .forEach((tenant, its) -> written.put(tenant, written(tenant, its)));
        return request -> inForce(request, written.getOrDefault(request.key().tenant(), Map.of()));
    }

    private Map<String, ApprovalTemplate> written(String tenant, List<ActivationRequested> its) {
        var groups = its.stream().map(request -> request.key().group());
        return templates.find(
                tenant,
                Stream.concat(Stream.of(ApprovalTemplate.USUAL), groups)
                        .collect(Collectors.toSet()));
    }

    private static ApprovalTemplate inForce(
            ActivationRequested request, Map<String, ApprovalTemplate> written) {
        return written.getOrDefault(
                request.key().group(),
                written.getOrDefault(ApprovalTemplate.USUAL, ApprovalTemplate.asDelivered()));
    }
}
