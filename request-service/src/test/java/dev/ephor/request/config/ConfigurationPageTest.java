package dev.ephor.request.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.CatalogEvent.ApproverGroupDefined;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.Notification;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.CatalogEvent.TenantDefined;
import dev.ephor.events.CatalogEvent.TicketSystemDefined;
import dev.ephor.events.DriftPolicy;
import dev.ephor.events.Policy;
import dev.ephor.events.Policy.Approver;
import dev.ephor.events.Policy.Condition;
import dev.ephor.events.Policy.Hours;
import dev.ephor.events.Policy.Incompatible;
import dev.ephor.events.Policy.Panel;
import dev.ephor.events.Policy.Stage;
import dev.ephor.events.Policy.StepUp;
import dev.ephor.events.Policy.TicketRule;
import dev.ephor.request.application.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example of docs/configuration.md, which has every key. */
class ConfigurationPageTest {
    private static final String TENANT = "7d1c0a52-0000-4000-8000-00000000a001";
    private static final String USER_A = "b4a1d5e0-1111-4111-8111-000000000101";
    private static final String USER_B = "b4a1d5e0-1111-4111-8111-000000000102";
    private static final String ADMIN = "b4a1d5e0-1111-4111-8111-000000000103";
    private static final String DUTY = "3f0e7c11-2222-4222-8222-000000000650";
    private static final String GROUP = "3f0e7c11-2222-4222-8222-000000000601";
    private static final StepUp MFA = StepUp.acr("urn:ephor:acr:mfa", Duration.ofMinutes(15));

    private static String example() throws IOException {
        String page = Files.readString(Path.of("../docs/configuration.md"));
        Matcher fences = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(fences.find()).isTrue();
        return fences.group(1);
    }

    private static Configuration read() throws IOException {
        return ConfigurationFile.read("the page", example());
    }

    private static <T> Stream<T> all(Class<T> kind) throws IOException {
        return read().catalog().stream().filter(kind::isInstance).map(kind::cast);
    }

    private static PolicyDefined policy(Access access) throws IOException {
        return all(PolicyDefined.class)
                .filter(policy -> policy.access() == access)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_page_shows_a_tenant_with_all_that_it_can_have() throws IOException {
        assertThat(read().catalog())
                .contains(
                        new TenantDefined(
                                TENANT,
                                "Example",
                                List.of(Approver.manager(), Approver.group(DUTY)),
                                List.of(ADMIN)),
                        new TicketSystemDefined(
                                TENANT,
                                "helpdesk",
                                "http",
                                Map.of(
                                        "url",
                                        "https://helpdesk.example.com/api",
                                        "tokenRef",
                                        "HELPDESK_TOKEN")),
                        new PrincipalSeen(
                                TENANT,
                                USER_A,
                                "user.a@example.com",
                                "User A",
                                "user.a@example.com",
                                "User",
                                "A",
                                USER_B,
                                false,
                                Map.of("department", "Finance", "clearance", "3"),
                                List.of("3f0e7c11-2222-4222-8222-000000000600")),
                        new ApproverGroupDefined(TENANT, DUTY, "Duty", List.of(USER_B, ADMIN)),
                        new GroupDefined(
                                TENANT,
                                GROUP,
                                "App1 Administrators",
                                "entra",
                                List.of("app1"),
                                List.of(USER_B),
                                new DriftPolicy(
                                        DriftPolicy.Action.REVERT,
                                        Duration.ofMinutes(30),
                                        DriftPolicy.Standing.DRIFT)));
        assertThat(read().eligibilities()).hasSize(1);
    }

    @Test
    void the_page_shows_a_policy_with_all_that_it_can_ask() throws IOException {
        // When
        PolicyDefined read = policy(Access.MEMBER);

        // Then
        assertThat(read.policy()).isEqualTo(whole());
        assertThat(read.eligibility())
                .isEqualTo(new AdminRules(false, Duration.ofDays(365), true, true, false));
        assertThat(read.assignment())
                .isEqualTo(new AdminRules(false, Duration.ofDays(30), true, true, true));
        assertThat(read.notifications())
                .containsExactly(
                        new Notification(
                                "Notification_Admin_EndUser_Assignment",
                                Notification.Level.CRITICAL,
                                true,
                                List.of("soc@example.com")));
    }

    private static Policy whole() {
        return Policy.upTo(Duration.ofHours(8))
                .usually(Duration.ofHours(1))
                .durations(
                        List.of(
                                Duration.ofMinutes(30),
                                Duration.ofHours(1),
                                Duration.ofHours(2),
                                Duration.ofHours(6)))
                .stepUp(new StepUp("urn:ephor:acr:mfa", "c1", Duration.ofMinutes(15)))
                .justification(10)
                .ticket(new TicketRule("Helpdesk", "INC-[0-9]+", "helpdesk"))
                .stages(stages())
                .incompatible(
                        List.of(
                                new Incompatible(
                                        "3f0e7c11-2222-4222-8222-000000000602",
                                        "Who orders does not pay.",
                                        List.of(Approver.user(ADMIN)),
                                        Duration.ofDays(7)),
                                new Incompatible(
                                        "3f0e7c11-2222-4222-8222-000000000600",
                                        null,
                                        List.of(),
                                        null)))
                .conditions(
                        List.of(
                                new Condition("department", List.of("Finance", "Security"), null),
                                new Condition("clearance", List.of(), 3)))
                .hours(
                        new Hours(
                                "Europe/Amsterdam",
                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                "07:00",
                                "19:00"))
                .build();
    }

    private static List<Stage> stages() {
        return List.of(
                new Stage(
                        List.of(
                                new Panel("Security", List.of(Approver.group(DUTY)), 2),
                                new Panel("Line", List.of(Approver.manager()), 1)),
                        List.of(Approver.user(ADMIN)),
                        Duration.ofHours(4),
                        Duration.ofHours(2),
                        Duration.ofDays(1),
                        MFA,
                        true),
                new Stage(
                        List.of(new Panel(null, List.of(), 1)),
                        List.of(),
                        null,
                        null,
                        Duration.ofDays(1),
                        null,
                        false));
    }

    @Test
    void the_short_form_of_an_approval_is_one_stage_that_anyone_decides() throws IOException {
        assertThat(policy(Access.OWNER).policy().stages())
                .containsExactly(Stage.anyOf(List.of(USER_B), Duration.ofDays(1), null, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "clock: approval | clock: lunch | clock has to be one of: request, approval, confirmation",
                "context: c1 | context: d1 | mfa.context has to be an authentication context",
                "mfa: { acr: \"urn:ephor:acr:mfa\", context: c1, maximumAge: PT15M } | mfa: { maximumAge: PT15M } | mfa asks for nothing",
                "checkedBy: helpdesk | checkedBy: desk | ticket.checkedBy 'desk' is no ticket system of this tenant",
                "approvers: [manager] | approvers: [{ user: x, group: y }] | has to name either a user or a group",
                "{ group: 3f0e7c11-2222-4222-8222-000000000650 }], quorum | { group: nobody }], quorum | 'nobody' is no approver group",
                "quorum: 2 | quorum: 0 | quorum has to be a whole number from 1",
                "escalatesAfter: PT4H | # | has a stage 1 with backups or escalatesAfter alone",
                "lapsesAfter: P1D | lapsesAfter: PT1H | escalates no earlier than it lapses",
                "000000000602\\n                reason | 000000000699\\n                reason | incompatible[0].group '3f0e7c11-2222-4222-8222-000000000699' is no group of this tenant",
                "approvers: [b4a1d5e0-1111-4111-8111-000000000103], longest | longest | exception has no approvers",
                "zone: Europe/Amsterdam | zone: Mars | has hours in 'Mars', which is no time zone",
                "days: [monday, | days: [moonday, | days[0] has to be one of: monday",
                "outlivesEligibility: false | outlivesEligibility: perhaps | outlivesEligibility has to be true or false",
                "permanent: false, maximumDuration: P365D | permanent: never, maximumDuration: P365D | eligibility.permanent has to be true or false",
                "rule: Notification_Admin_EndUser_Assignment | rule: Notification_All | that is none of",
                "recipients: [soc@example.com] | recipients: [soc] | is no mail address",
                "manager: b4a1d5e0-1111-4111-8111-000000000102 | manager: nobody | principals[0].manager 'nobody' is no principal",
                "owners: [b4a1d5e0-1111-4111-8111-000000000102] | owners: [nobody] | owners[0] 'nobody' is no principal",
                "admins: [b4a1d5e0-1111-4111-8111-000000000103] | admins: [nobody] | admins[0] 'nobody' is no principal",
                "- approvers: default | - quorum: 1 | stages[1] has no approvers",
                "durations: [PT30M, | durations: [PT12H, | has durations that are not within maximumDuration"
            })
    void tells_what_is_at_fault(String text, String instead, String fault) throws IOException {
        // Given
        String example = example();
        String found = text.replace("\\n", "\n");
        assertThat(example).contains(found);
        String changed =
                example.replaceFirst(
                        Pattern.quote(found),
                        Matcher.quoteReplacement(instead.replace("\\n", "\n")));

        // Then
        assertThat(faults(changed))
                .anySatisfy(said -> assertThat(said).startsWith("line ").contains(fault));
    }

    private static List<String> faults(String yaml) {
        try {
            ConfigurationFile.read("the page", yaml);
            return List.of();
        } catch (ConfigurationInvalid e) {
            return e.faults().stream().map(Faults.Fault::toString).toList();
        }
    }
}
