package dev.ephor.request.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Access;
import dev.ephor.events.Assurance;
import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Policy;
import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.Violation;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.request.application.Decided;
import dev.ephor.request.domain.Circumstances;
import dev.ephor.request.domain.Command.Asking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private static final Policy POLICY =
            Policy.upTo(Duration.ofHours(8))
                    .usually(Duration.ofHours(1))
                    .stepUp(Policy.StepUp.acr("mfa", Duration.ofMinutes(5)))
                    .build();

    private static final Circumstances CIRCUMSTANCES =
            new Circumstances(
                    null,
                    new PolicyDefined(
                            "t",
                            "g",
                            Access.MEMBER,
                            POLICY,
                            AdminRules.ELIGIBILITY,
                            AdminRules.ASSIGNMENT,
                            List.of()),
                    null,
                    null,
                    List.of(),
                    Map.of(),
                    List.of(),
                    null);
    private static final Asking ASKING =
            new Asking(
                    "r1",
                    "p",
                    new Assurance(null, List.of(), List.of(), null),
                    false,
                    false,
                    Instant.EPOCH);

    private static ApiError error(List<Violation> violated, List<Violation> broken) {
        var refused =
                new ActivationRefused(
                        new MembershipKey("t", "g", "p", Access.MEMBER),
                        "r1",
                        RequestAction.SELF_ACTIVATE,
                        "p",
                        new Assurance(null, List.of(), List.of(), null),
                        null,
                        null,
                        Instant.EPOCH,
                        violated,
                        broken);
        return Refusal.of(refused, new Decided(refused, CIRCUMSTANCES, true), ASKING);
    }

    @Test
    void a_rule_that_broke_is_named_among_the_failed_ones() {
        // When
        ApiError error =
                error(
                        List.of(new Violation("ExpirationRule", "too long")),
                        List.of(new Violation("TicketingRule", "cannot be evaluated")));

        // Then
        assertThat(error.status()).isEqualTo(400);
        assertThat(error).hasMessageEndingWith("[\"ExpirationRule\",\"TicketingRule\"]");
        assertThat(error.details()).extracting(d -> d.message()).contains("cannot be evaluated");
    }

    @Test
    void nobody_is_sent_to_sign_in_again_by_a_rule_that_broke() {
        assertThat(error(List.of(), List.of(new Violation("MfaRule", "broken"))).status())
                .isEqualTo(400);
    }

    @Test
    void a_challenge_comes_with_every_other_reason() {
        // When
        ApiError error =
                error(
                        List.of(
                                new Violation("MfaRule", "sign in again"),
                                new Violation("ExpirationRule", "too long")),
                        List.of());

        // Then
        assertThat(error.status()).isEqualTo(401);
        assertThat(error).hasMessage("sign in again");
        assertThat(error.details())
                .extracting(d -> d.code())
                .containsExactly("MfaRule", "ExpirationRule");
    }

    @Test
    void a_request_that_is_open_does_not_hide_what_else_is_wrong() {
        // When
        ApiError error =
                error(
                        List.of(
                                new Violation("ExpirationRule", "too long"),
                                new Violation("PendingRoleAssignmentRequest", "still open")),
                        List.of());

        // Then
        assertThat(error.code()).isEqualTo("RoleAssignmentRequestPolicyValidationFailed");
        assertThat(error)
                .hasMessageEndingWith("[\"ExpirationRule\",\"PendingRoleAssignmentRequest\"]");
    }
}
