package dev.ephor.provisioning.rest;

import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Paging;
import dev.ephor.kit.rest.QueryParameters;
import dev.ephor.provisioning.application.ProvisioningLog;
import dev.ephor.provisioning.application.Verdict;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The question that {@code GET provisioning-log} asks. */
final class LogParameters {
    private static final Set<String> KNOWN =
            Set.of(
                    "activation",
                    "principal",
                    "group",
                    "target",
                    "outcome",
                    "from",
                    "to",
                    "after",
                    "limit");

    private LogParameters() {}

    /**
     * @throws ApiError 400 for a parameter that means nothing here: a filter that is misspelt would
     *     otherwise look like an answer
     */
    static ProvisioningLog.Query query(String tenant, Paging asked) {
        var given = new QueryParameters(asked.uri(), KNOWN);
        return new ProvisioningLog.Query(
                tenant,
                given.text("activation"),
                given.text("principal"),
                given.text("group"),
                given.text("target"),
                outcome(given.text("outcome")),
                given.instant("from"),
                given.instant("to"),
                given.number("after", 1),
                asked.oneMore());
    }

    private static Verdict.@Nullable Kind outcome(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(Verdict.Kind.values())
                .filter(kind -> kind.wire().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                ApiError.badRequest(
                                        "The parameter 'outcome' is '%s': give one of %s."
                                                .formatted(word, outcomes())));
    }

    private static String outcomes() {
        return Arrays.stream(Verdict.Kind.values())
                .map(Verdict.Kind::wire)
                .collect(Collectors.joining(", "));
    }
}
