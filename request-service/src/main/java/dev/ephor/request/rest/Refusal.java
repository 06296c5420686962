package dev.ephor.request.rest;

import dev.ephor.events.Policy;
import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.Violation;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.StepUpChallenge;
import dev.ephor.request.application.Decided;
import dev.ephor.request.domain.RuleNames;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A refusal as Graph words it. What it shows depends on who asks: a stranger to the group learns
 * nothing of it, not even whether it exists.
 */
final class Refusal {
    private final ActivationRefused refused;
    private final Decided decided;
    private final List<Violation> all;

    private Refusal(ActivationRefused refused, Decided decided) {
        this.refused = refused;
        this.decided = decided;
        this.all = Stream.concat(refused.violations().stream(), refused.broken().stream()).toList();
    }

    static ApiError of(ActivationRefused refused, Decided decided) {
        return new Refusal(refused, decided).error();
    }

    private ApiError error() {
        if (violates(RuleNames.NOT_THE_PRINCIPAL)) {
            return new ApiError(
                    403, RuleNames.NOT_THE_PRINCIPAL, reason(RuleNames.NOT_THE_PRINCIPAL));
        }
        if (!decided.isRelated()) {
            return unknown(refused.key().group());
        }
        ApiError error = reasoned();
        all.forEach(v -> error.detail(v.rule(), v.rule(), v.reason()));
        return error;
    }

    /** The same for a group that is not there and for one that is none of the caller's business. */
    static ApiError unknown(String group) {
        return ApiError.notFound("The group " + group);
    }

    private ApiError reasoned() {
        Policy policy = decided.policy();
        if (violates(RuleNames.MFA) && policy != null && policy.stepUp() != null) {
            return StepUpChallenge.error(policy.stepUp(), reason(RuleNames.MFA));
        }
        String only = all.getFirst().rule();
        if (all.size() == 1 && (only.equals(RuleNames.PENDING) || only.equals(RuleNames.EXISTS))) {
            return new ApiError(400, only, all.getFirst().reason());
        }
        return new ApiError(
                400,
                "RoleAssignmentRequestPolicyValidationFailed",
                "The following policy rules failed: " + bracketed());
    }

    private String bracketed() {
        return all.stream()
                .map(v -> "\"" + v.rule() + "\"")
                .distinct()
                .collect(Collectors.joining(",", "[", "]"));
    }

    private boolean violates(String rule) {
        return refused.violations().stream().anyMatch(v -> v.rule().equals(rule));
    }

    private String reason(String rule) {
        return refused.violations().stream()
                .filter(v -> v.rule().equals(rule))
                .map(Violation::reason)
                .findFirst()
                .orElseThrow();
    }
}
