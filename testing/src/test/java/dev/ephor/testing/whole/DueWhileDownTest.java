package dev.ephor.testing.whole;

import static dev.ephor.testing.whole.Walk.HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.graph.models.UnifiedRoleManagementPolicyExpirationRule;
import com.microsoft.kiota.PeriodAndDuration;
import dev.ephor.quickstart.entra.DirectoryEffect;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.platform.ServiceProcess;
import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.Person;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** What falls due while request-service does not run is done when it runs again, once. */
class DueWhileDownTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Platform platform = SharedPlatform.get();
    private final ServiceProcess requests = platform.service("request-service");

    private static void awaitTime(OffsetDateTime time) {
        await().atMost(PATIENCE).until(() -> Walk.in(Duration.ZERO).isAfter(time));
    }

    /** The end of an eligibility whose last warning is due in so much time. */
    private static OffsetDateTime warnedIn(Duration time) {
        return Walk.in(Duration.ofDays(1).plus(time));
    }

    private long warnings(Person person) {
        return platform.mails().journal().entries().stream()
                .map(entry -> entry.effect())
                .filter(letter -> letter.to().equals(person.userName()))
                .filter(letter -> letter.subject().contains("eligibility ends within"))
                .count();
    }

    private static void shorten(ManagedGroup group, Duration longest) {
        GraphClient admin = Walk.admin();
        var rule = new UnifiedRoleManagementPolicyExpirationRule();
        rule.setOdataType("#microsoft.graph.unifiedRoleManagementPolicyExpirationRule");
        rule.setId("Expiration_EndUser_Assignment");
        rule.setIsExpirationRequired(true);
        rule.setMaximumDuration(PeriodAndDuration.ofDuration(longest));
        String policy =
                admin.graph()
                        .policies()
                        .roleManagementPolicies()
                        .get(
                                c ->
                                        c.queryParameters.filter =
                                                "scopeId eq '%s' and scopeType eq 'Group'"
                                                        .formatted(group.id()))
                        .getValue()
                        .getFirst()
                        .getId();
        admin.graph()
                .policies()
                .roleManagementPolicies()
                .byUnifiedRoleManagementPolicyId(policy)
                .rules()
                .byUnifiedRoleManagementPolicyRuleId(rule.getId())
                .patch(rule);
    }

    @Test
    void a_warning_of_the_end_of_an_eligibility() {
        // Given
        Duration soon = Duration.ofSeconds(3);
        OffsetDateTime end = warnedIn(soon);
        Person person = Walk.holder(SdkWorld.EASY, end).person();
        requests.kill();
        awaitTime(end.minusDays(1));

        // When
        requests.start();

        // Then
        await().atMost(PATIENCE).until(() -> warnings(person) > 0);
        Person next = Walk.holder(SdkWorld.EASY, warnedIn(soon)).person();
        await().atMost(PATIENCE).until(() -> warnings(next) > 0);
        assertThat(warnings(person)).isEqualTo(1);
    }

    @Test
    void the_second_look_at_a_window_that_begins() {
        // Given
        ManagedGroup group = SdkWorld.somewhere();
        GraphClient holder = Walk.holder(group);
        var wish = Wishes.activation(holder.person(), group.id(), HOUR);
        wish.getScheduleInfo().setStartDateTime(Walk.in(Duration.ofSeconds(20)));
        String id = holder.ask(wish).getId();
        await().atMost(PATIENCE)
                .until(() -> holder.request(id).getStatus().equals("ScheduleCreated"));
        shorten(group, Duration.ofMinutes(30));
        requests.kill();
        await().atMost(PATIENCE)
                .until(() -> platform.entra().isMember(group.id(), holder.person().id()));

        // When
        requests.start();

        // Then
        await().atMost(PATIENCE)
                .until(() -> !platform.entra().isMember(group.id(), holder.person().id()));
        await().atMost(PATIENCE).until(() -> holder.instances().isEmpty());
        assertThat(
                        platform.entra().journal().entries().stream()
                                .map(entry -> entry.effect())
                                .filter(effect -> effect.group().equals(group.id()))
                                .map(DirectoryEffect::change))
                .containsExactly(DirectoryEffect.Change.ADD, DirectoryEffect.Change.REMOVE);
    }
}
