package dev.ephor.connector.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import dev.ephor.quickstart.app.Account;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScimConnectorTest {

    private final AppSide side = new AppSide(Map.of());
    private final AtomicLong nanoTime = new AtomicLong();
    private final Connector connector =
            ScimConnector.open(ScimTarget.of(side.settings(Duration.ofSeconds(10))), nanoTime::get);
    private final Membership.Group group =
            new Membership.Group("t", UUID.randomUUID().toString(), "Administrators");

    @AfterEach
    void close() {
        connector.close();
        side.close();
    }

    @Test
    void creates_the_group_and_the_user_of_what_is_known() {
        // Given
        var dana = side.stranger();

        // When
        var answer = grant(dana);

        // Then
        assertThat(answer).isEqualTo(new Answer.Applied());
        assertThat(side.app.hasGroup("Administrators")).isTrue();
        assertThat(side.app.accounts())
                .singleElement()
                .satisfies(a -> assertThat(a.userName()).isEqualTo(dana.userName()))
                .satisfies(a -> assertThat(a.externalId()).isEqualTo(dana.id()))
                .satisfies(a -> assertThat(a.active()).isTrue());
        assertThat(side.hand.get("/Users?filter=userName%20pr"))
                .contains("Dana Ray", "\"givenName\":\"Dana\"", dana.mail());
    }

    @Test
    void creates_nobody_in_order_to_take_something_away() {
        // Given
        var dana = side.stranger();

        // When
        var answer = connector.withdraw(List.of(of(dana))).getFirst();

        // Then
        assertThat(answer).isEqualTo(new Answer.Applied());
        assertThat(side.app.accounts()).isEmpty();
        assertThat(side.app.hasGroup("Administrators")).isFalse();
    }

    @Test
    void takes_a_user_of_the_same_name_whose_external_id_is_a_nickname() {
        // Given
        var dana = side.stranger();
        side.hand.createUser(dana.userName(), "dana");

        // When
        var answer = grant(dana);

        // Then
        assertThat(answer).isEqualTo(new Answer.Applied());
        assertThat(side.app.members("Administrators"))
                .extracting(Account::externalId)
                .containsExactly("dana");
    }

    @Test
    void never_takes_somebody_else_who_has_the_name_now() {
        // Given
        var dana = side.stranger();
        side.hand.createUser(dana.userName(), UUID.randomUUID().toString());

        // When
        var answer = grant(dana);

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains(dana.userName()).contains(dana.id());
        assertThat(side.app.members("Administrators")).isEmpty();
    }

    @Test
    void sends_many_members_in_one_request() {
        // Given
        var many = Stream.generate(side::stranger).limit(230).map(this::of).toList();

        // When
        connector.grant(many);
        connector.withdraw(many);

        // Then
        assertThat(side.app.calls().byMethod()).containsEntry("PATCH", 6L);
    }

    @Test
    void reads_a_small_group_once_for_many_of_its_members() {
        // Given
        var many = Stream.generate(side::stranger).limit(50).map(this::of).toList();
        connector.grant(many);
        long before = side.app.calls().byMethod().get("GET");

        // When
        var answers = connector.observe(many);

        // Then
        assertThat(answers).containsOnly(new Answer.Observed(true));
        assertThat(side.app.calls().byMethod()).containsEntry("GET", before + 1);
    }

    @Test
    void looks_nobody_up_twice() {
        // Given
        var dana = side.stranger();
        grant(dana);
        connector.observe(List.of(of(dana)));
        long before = side.app.calls().byMethod().get("GET");

        // When
        grant(dana);
        connector.observe(List.of(of(dana)));

        // Then
        assertThat(side.app.calls().byMethod()).containsEntry("GET", before + 1);
    }

    @Test
    void finds_a_user_who_was_deleted_and_made_anew() {
        // Given
        var dana = side.stranger();
        var arno = side.stranger();
        connector.grant(List.of(of(dana), of(arno)));
        side.hand.delete("/Users/" + id(dana));

        // When
        var answers = connector.grant(List.of(of(dana), of(arno)));

        // Then
        assertThat(answers).containsOnly(new Answer.Applied());
        assertThat(side.app.members("Administrators"))
                .extracting(Account::externalId)
                .containsExactlyInAnyOrder(dana.id(), arno.id());
    }

    @Test
    void makes_a_deleted_group_anew() {
        // Given
        var dana = side.stranger();
        grant(dana);
        side.hand.delete("/Groups/" + side.hand.id("/Groups", "Administrators"));

        // When
        var answer = grant(dana);

        // Then
        assertThat(answer).isEqualTo(new Answer.Applied());
        assertThat(side.app.members("Administrators"))
                .extracting(Account::externalId)
                .containsExactly(dana.id());
    }

    @Test
    void withdraws_from_a_deleted_group() {
        // Given
        var dana = side.stranger();
        grant(dana);
        side.hand.delete("/Groups/" + side.hand.id("/Groups", "Administrators"));

        // When
        var answer = connector.withdraw(List.of(of(dana))).getFirst();

        // Then
        assertThat(answer).isEqualTo(new Answer.Applied());
        assertThat(connector.observe(List.of(of(dana)))).containsOnly(new Answer.Observed(false));
    }

    @Test
    void sees_a_group_that_was_made_anew_after_some_minutes() {
        // Given
        var dana = side.stranger();
        grant(dana);
        connector.observe(List.of(of(dana)));
        side.hand.delete("/Groups/" + side.hand.id("/Groups", "Administrators"));
        side.hand.add(side.hand.createGroup("Administrators"), id(dana));
        nanoTime.addAndGet(Duration.ofMinutes(5).toNanos());

        // When
        var answers = connector.observe(List.of(of(dana)));

        // Then
        assertThat(answers).containsOnly(new Answer.Observed(true));
    }

    @Test
    void knows_no_owners() {
        // Given
        var membership = new Membership(group, side.stranger(), "owner");

        // When
        var answer = connector.grant(List.of(membership)).getFirst();

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains("owner");
    }

    @Test
    void says_what_is_wrong_with_a_name_that_filters_do_not_find() {
        // Given
        var quoted = new Membership.Group("t", group.id(), "The \"Admins\"");

        // When
        var answers =
                connector.withdraw(List.of(new Membership(quoted, side.stranger(), "member")));

        // Then
        assertThat(answers).singleElement().isInstanceOf(Answer.Rejected.class);
        assertThat(answers.getFirst().why()).contains("quote", group.id());
    }

    private Answer grant(Membership.Principal principal) {
        return connector.grant(List.of(of(principal))).getFirst();
    }

    private Membership of(Membership.Principal principal) {
        return new Membership(group, principal, "member");
    }

    private String id(Membership.Principal principal) {
        return side.app.accounts().stream()
                .filter(a -> a.externalId().equals(principal.id()))
                .map(Account::id)
                .findFirst()
                .orElseThrow();
    }
}
