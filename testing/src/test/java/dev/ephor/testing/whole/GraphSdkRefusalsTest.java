package dev.ephor.testing.whole;

import static dev.ephor.testing.whole.Walk.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.graph.models.PrivilegedAccessGroupAssignmentScheduleRequest;
import com.microsoft.graph.models.odataerrors.ErrorDetails;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Microsoft's Graph SDK makes of refusals and repeated calls. */
class GraphSdkRefusalsTest {
    private static final String UNKNOWN = "b4a1d5e0-9999-4999-8999-000000000999";

    private final GraphClient admin = Walk.admin();

    private static PrivilegedAccessGroupAssignmentScheduleRequest keyed(
            GraphClient client, PrivilegedAccessGroupAssignmentScheduleRequest wish, String key) {
        return client.pim()
                .assignmentScheduleRequests()
                .post(wish, c -> c.headers.add("Idempotency-Key", key));
    }

    @Test
    void every_failed_rule_is_named() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.STRICT);
        var wish = Wishes.activation(holder.person(), SdkWorld.STRICT.id(), Duration.ofHours(12));
        wish.setJustification(".");
        wish.setTicketInfo(null);

        // When
        var error = Walk.refused(() -> holder.ask(wish)).getError();

        // Then
        String[] rules = {"ExpirationRule", "JustificationRule", "TicketingRule"};
        assertThat(error.getCode()).isEqualTo("RoleAssignmentRequestPolicyValidationFailed");
        assertThat(error.getMessage()).contains(rules);
        assertThat(error.getDetails())
                .extracting(ErrorDetails::getCode)
                .containsExactlyInAnyOrder(rules);
        assertThat(error.getInnerError().getRequestId()).isNotBlank();
    }

    @Test
    void a_second_request_for_the_same_is_told_apart_by_what_became_of_the_first() {
        // Given
        GraphClient pending = Walk.holder(SdkWorld.STRICT);
        pending.activate(SdkWorld.STRICT, HOUR);
        GraphClient active = Walk.holder(SdkWorld.EASY);
        active.activate(SdkWorld.EASY, HOUR);
        Walk.awaitInstances(active, 1);

        // When
        String whilePending = Walk.code(() -> pending.activate(SdkWorld.STRICT, HOUR));
        String whileActive = Walk.code(() -> active.activate(SdkWorld.EASY, HOUR));

        // Then
        assertThat(whilePending).isEqualTo("PendingRoleAssignmentRequest");
        assertThat(whileActive).isEqualTo("RoleAssignmentExists");
    }

    @Test
    void what_is_not_there_is_told_by_graphs_own_codes() {
        // Given
        var pim = admin.pim();

        // When
        String request = Walk.code(() -> admin.request(UNKNOWN));
        String schedule =
                Walk.code(
                        () ->
                                pim.eligibilitySchedules()
                                        .byPrivilegedAccessGroupEligibilityScheduleId(UNKNOWN)
                                        .get());
        String approval = Walk.code(() -> pim.assignmentApprovals().byApprovalId(UNKNOWN).get());
        String policy =
                Walk.code(
                        () ->
                                admin.graph()
                                        .policies()
                                        .roleManagementPolicies()
                                        .byUnifiedRoleManagementPolicyId("Group_" + UNKNOWN)
                                        .get());

        // Then
        assertThat(request).isEqualTo("RoleAssignmentRequestNotFound");
        assertThat(schedule).isEqualTo("ResourceNotFound");
        assertThat(approval).isEqualTo("ResourceNotFound");
        assertThat(policy).isEqualTo("ResourceNotFound");
    }

    @Test
    void a_repeated_call_with_the_same_key_asks_once() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.STRICT);
        String group = SdkWorld.STRICT.id();
        var person = holder.person();
        String key = "\"walk-" + person.name() + "\"";

        // When
        String first = keyed(holder, Wishes.activation(person, group, HOUR), key).getId();
        String again = keyed(holder, Wishes.activation(person, group, HOUR), key).getId();
        var other =
                Walk.refused(
                        () ->
                                keyed(
                                        holder,
                                        Wishes.activation(person, group, HOUR.multipliedBy(2)),
                                        key));

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(other.getResponseStatusCode()).isEqualTo(422);
        assertThat(other.getError().getCode()).isEqualTo("IdempotencyKeyReused");
    }

    @Test
    void words_are_read_in_any_case() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.EASY);
        var wish = new PrivilegedAccessGroupAssignmentScheduleRequest();
        wish.setPrincipalId(holder.person().id());
        wish.setGroupId(SdkWorld.EASY.id().toUpperCase(Locale.ROOT));
        wish.setJustification("restart of the billing workers");
        wish.setAdditionalData(Map.of("action", "SELFACTIVATE", "accessId", "Member"));

        // When
        var request = holder.ask(wish);

        // Then
        assertThat(request.getAction()).hasToString("SelfActivate");
        assertThat(request.getAccessId()).hasToString("Member");
        assertThat(request.getGroupId()).isEqualTo(SdkWorld.EASY.id());
    }
}
