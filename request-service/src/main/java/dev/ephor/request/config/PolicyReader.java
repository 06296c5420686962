package dev.ephor.request.config;

import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.Policy;
import dev.ephor.events.Policy.TicketRule;
import dev.ephor.events.Policy.WindowClock;
import dev.ephor.events.PolicyBuilder;
import dev.ephor.request.domain.PolicyFaults;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the policy of one group and access. What is left out is not asked. */
final class PolicyReader {
    private static final int LONGEST_JUSTIFICATION = 1_000;

    /** Of whom and what a policy can speak. */
    record Known(Names principals, Names approverGroups, Names ticketSystems, Names holdable) {}

    private final Known known;
    private final StageReader stages;
    private final RestrictionsReader restrictions;

    PolicyReader(Known known) {
        this.known = known;
        var approvers = new ApproversReader(known.principals(), known.approverGroups());
        this.stages = new StageReader(approvers);
        this.restrictions = new RestrictionsReader(approvers, known.holdable());
    }

    PolicyDefined read(String tenant, String group, Access access, YamlMap map) {
        var policy =
                new PolicyDefined(
                        tenant,
                        group,
                        access,
                        activation(map),
                        AdminRulesReader.read(map, "eligibility", AdminRules.ELIGIBILITY),
                        AdminRulesReader.read(map, "assignment", AdminRules.ASSIGNMENT),
                        AdminRulesReader.notifications(map));
        map.done();
        if (map.isSound()) {
            PolicyFaults.of(policy).forEach(map::fault);
        }
        return policy;
    }

    private Policy activation(YamlMap map) {
        Duration maximum = map.required("maximumDuration", Duration.ZERO, YamlValue::duration);
        PolicyBuilder policy =
                Policy.upTo(maximum)
                        .usually(map.given("defaultDuration", maximum, v -> within(maximum, v)))
                        .clock(
                                map.given(
                                        "clock",
                                        WindowClock.APPROVAL,
                                        v -> v.oneOf(WindowClock.class)))
                        .stepUp(SignInReader.read(map, "mfa"))
                        .justification(
                                map.map("justification").map(PolicyReader::justification).orElse(0))
                        .ticket(map.map("ticket").map(this::ticket).orElse(null))
                        .incompatible(restrictions.incompatible(map))
                        .conditions(RestrictionsReader.conditions(map))
                        .hours(RestrictionsReader.hours(map))
                        .outlivesEligibility(
                                map.given("outlivesEligibility", false, YamlValue::yesOrNo));
        map.optional("durations")
                .ifPresent(_ -> policy.durations(map.list("durations", YamlValue::duration)));
        map.map("approval").ifPresent(approval -> approval(policy, approval));
        return policy.build();
    }

    private void approval(PolicyBuilder policy, YamlMap map) {
        policy.stages(stages.read(map));
        policy.approvalForExtension(map.given("forExtension", true, YamlValue::yesOrNo));
        map.done();
    }

    private static Duration within(Duration maximum, YamlValue value) {
        Duration given = value.duration();
        if (maximum.isPositive() && given.compareTo(maximum) > 0) {
            value.fault("is longer than maximumDuration");
        }
        return given;
    }

    private static int justification(YamlMap map) {
        int minimum =
                map.required("minimum", 1, value -> value.wholeNumber(1, LONGEST_JUSTIFICATION));
        map.done();
        return minimum;
    }

    private TicketRule ticket(YamlMap map) {
        @Nullable String checkedBy =
                map.optional("checkedBy").map(known.ticketSystems()::refer).orElse(null);
        var rule =
                new TicketRule(
                        map.textOrNull("system"),
                        map.optional("pattern").map(PolicyReader::pattern).orElse(null),
                        checkedBy);
        map.done();
        return rule;
    }

    private static String pattern(YamlValue value) {
        String pattern = value.text();
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            value.fault("is not a regular expression: " + e.getDescription());
        }
        return pattern;
    }
}
