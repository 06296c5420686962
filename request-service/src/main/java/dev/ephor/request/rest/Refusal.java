package dev.ephor.request.rest;

import dev.ephor.events.EligibilityEvent.EligibilityRefused;
import dev.ephor.events.Policy.StepUp;
import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.Violation;
import dev.ephor.kit.decider.StepUpRule;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.StepUpChallenge;
import dev.ephor.request.application.Decided;
import dev.ephor.request.domain.AdminMustHaveSignedInStrongly;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.RuleNames;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as Graph words it. What it shows depends on who asks: a stranger to the group learns
 * nothing of it, not even whether it exists.
 */
final class Refusal {
    /** Where one of these is all that is wrong, Graph has an error for it rather than a rule. */
    private static final Set<String> ERRORS =
            Set.of(
                    RuleNames.PENDING,
                    RuleNames.EXISTS,
                    RuleNames.DOES_NOT_EXIST,
                    RuleNames.SUSPENDED,
                    RuleNames.UNKNOWN_PRINCIPAL);

    private final Asking asking;
    private final String group;
    private final List<Violation> violations;
    private final List<Violation> all;

    private Refusal(
            Asking asking, String group, List<Violation> violations, List<Violation> broken) {
        this.asking = asking;
        this.group = group;
        this.violations = violations;
        this.all = Stream.concat(violations.stream(), broken.stream()).toList();
    }

    static ApiError of(ActivationRefused refused, Decided decided, Asking asking) {
        var terms = decided.circumstances().terms();
        boolean ofAdmin = refused.action().isOfAdmin();
        StepUp stepUp = terms == null ? null : terms.policy().stepUp();
        return new Refusal(asking, refused.key().group(), refused.violations(), refused.broken())
                .error(
                        decided.isRelated(),
                        ofAdmin ? AdminMustHaveSignedInStrongly.WANTED : stepUp);
    }

    static ApiError of(EligibilityRefused refused, boolean isRelated, Asking asking) {
        return new Refusal(asking, refused.key().group(), refused.violations(), refused.broken())
                .error(isRelated, AdminMustHaveSignedInStrongly.WANTED);
    }

    private ApiError error(boolean isRelated, @Nullable StepUp stepUp) {
        if (violates(RuleNames.DENIED)) {
            return new ApiError(403, RuleNames.DENIED, reason(RuleNames.DENIED));
        }
        if (!isRelated || violates(RuleNames.UNKNOWN_GROUP)) {
            return unknown(group);
        }
        ApiError error = reasoned(stepUp);
        all.forEach(v -> error.detail(v.rule(), v.rule(), v.reason()));
        return error;
    }

    /** The same for a group that is not there and for one that is none of the caller's business. */
    static ApiError unknown(String group) {
        return ApiError.notFound("The group " + group);
    }

    private ApiError reasoned(@Nullable StepUp stepUp) {
        // An application has nobody who could sign in again.
        if (violates(RuleNames.MFA) && stepUp != null && !asking.isApplication()) {
            return challenge(stepUp);
        }
        String only = all.getFirst().rule();
        if (all.size() == 1 && ERRORS.contains(only)) {
            return new ApiError(400, only, all.getFirst().reason());
        }
        return new ApiError(
                400,
                "RoleAssignmentRequestPolicyValidationFailed",
                "The following policy rules failed: " + bracketed());
    }

    /** Clients of Graph look for the claims of a missing context in the error, URL-encoded. */
    private ApiError challenge(StepUp stepUp) {
        ApiError error = StepUpChallenge.error(stepUp, reason(RuleNames.MFA));
        var others = new StepUp(stepUp.acr(), null, stepUp.maximumAge());
        boolean onlyContext = StepUpRule.satisfied(others, asking.assurance(), asking.now());
        return stepUp.context() == null || !onlyContext
                ? error
                : error.detail(
                        "RoleAssignmentRequestAcrsValidationFailed",
                        RuleNames.MFA,
                        "&claims=" + claims(stepUp.context()));
    }

    private static String claims(String context) {
        String wanted =
                "{\"access_token\":{\"acrs\":{\"essential\":true, \"value\":\"%s\"}}}"
                        .formatted(context);
        // Graph writes a blank as %20.
        return URLEncoder.encode(wanted, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String bracketed() {
        return all.stream()
                .map(v -> "\"" + v.rule() + "\"")
                .distinct()
                .collect(Collectors.joining(",", "[", "]"));
    }

    private boolean violates(String rule) {
        return violations.stream().anyMatch(v -> v.rule().equals(rule));
    }

    private String reason(String rule) {
        return violations.stream()
                .filter(v -> v.rule().equals(rule))
                .map(Violation::reason)
                .findFirst()
                .orElseThrow();
    }
}
