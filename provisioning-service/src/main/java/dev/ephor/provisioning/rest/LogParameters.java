package dev.ephor.provisioning.rest;

import dev.ephor.kit.rest.Paging;
import dev.ephor.kit.rest.QueryParameters;
import dev.ephor.provisioning.application.ProvisioningLog;
import java.util.Set;

/** The question that {@code GET provisioning-log} asks. */
final class LogParameters {
    private static final Set<String> KNOWN =
            Set.of("activation", "principal", "group", "target", "from", "to", "after", "limit");

    private LogParameters() {}

    /**
     * @throws dev.ephor.kit.rest.ApiError 400 for a parameter that means nothing here: a filter
     *     that is misspelt would otherwise look like an answer
     */
    static ProvisioningLog.Query query(String tenant, Paging asked) {
        var given = new QueryParameters(asked.uri(), KNOWN);
        return new ProvisioningLog.Query(
                tenant,
                given.text("activation"),
                given.text("principal"),
                given.text("group"),
                given.text("target"),
                given.instant("from"),
                given.instant("to"),
                given.number("after", 1),
                asked.oneMore());
    }
}
