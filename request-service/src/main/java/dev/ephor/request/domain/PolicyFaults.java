package dev.ephor.request.domain;

import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.CatalogEvent.Notification;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.Policy;
import dev.ephor.events.Policy.Condition;
import dev.ephor.events.Policy.Incompatible;
import dev.ephor.events.Policy.StepUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What makes a policy one that nobody could have meant, whichever way it came. */
public final class PolicyFaults {
    static final int LONGEST_JUSTIFICATION = 1_000;

    /** Goes into a response header in quotes. */
    private static final Pattern ACR = Pattern.compile("[!#-\\[\\]-~]{1,200}");

    private static final Pattern CONTEXT = Pattern.compile("c[1-9][0-9]?");
    private static final Pattern MAIL =
            Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,255}");

    private final List<String> found = new ArrayList<>();

    private PolicyFaults() {}

    public static boolean isAcr(String text) {
        return ACR.matcher(text).matches();
    }

    public static boolean isContext(String text) {
        return CONTEXT.matcher(text).matches();
    }

    /** One sentence without a subject of its own for each; empty: it is sound. */
    public static List<String> of(PolicyDefined defined) {
        var faults = new PolicyFaults();
        Policy policy = defined.policy();
        faults.durations(policy);
        faults.signIn("mfa", policy.stepUp());
        faults.texts(policy);
        for (int i = 0; i < policy.stages().size(); i++) {
            faults.found.addAll(StageFaults.of("stage " + (i + 1), policy.stages().get(i)));
        }
        policy.stages().forEach(stage -> faults.signIn("the approver's mfa", stage.stepUp()));
        policy.incompatible().forEach(other -> faults.incompatible(defined.group(), other));
        policy.conditions().forEach(faults::condition);
        if (policy.hours() != null) {
            faults.found.addAll(PossibleHours.faults(policy.hours()));
        }
        faults.admins("eligibility", defined.eligibility());
        faults.admins("assignment", defined.assignment());
        faults.notifications(defined.notifications());
        return faults.found;
    }

    private void when(boolean wrong, String fault) {
        if (wrong) {
            found.add(fault);
        }
    }

    private void durations(Policy policy) {
        Duration maximum = policy.maximumDuration();
        when(!maximum.isPositive(), "has a maximumDuration of nothing");
        when(
                !isWithin(policy.defaultDuration(), maximum),
                "has a defaultDuration that is not within maximumDuration");
        when(
                !policy.durations().stream().allMatch(d -> isWithin(d, maximum)),
                "has durations that are not within maximumDuration");
        when(
                !policy.durations()
                        .equals(policy.durations().stream().sorted().distinct().toList()),
                "has durations that do not ascend");
    }

    private static boolean isWithin(Duration duration, Duration maximum) {
        return duration.isPositive() && duration.compareTo(maximum) <= 0;
    }

    private void texts(Policy policy) {
        int minimum = policy.justificationMinimum();
        when(
                minimum < 0 || minimum > LONGEST_JUSTIFICATION,
                "asks for a justification of %d characters; 0 to %d can be asked"
                        .formatted(minimum, LONGEST_JUSTIFICATION));
        if (policy.ticket() != null && policy.ticket().pattern() != null) {
            when(
                    !isPattern(policy.ticket().pattern()),
                    "has a ticket pattern that is not a regular expression");
        }
    }

    private static boolean isPattern(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private void signIn(String what, @Nullable StepUp stepUp) {
        if (stepUp == null) {
            return;
        }
        when(
                stepUp.acr() == null && stepUp.context() == null && stepUp.maximumAge() == null,
                "has %s that asks for nothing".formatted(what));
        when(
                stepUp.acr() != null && !isAcr(stepUp.acr()),
                "has %s whose acr is not one word".formatted(what));
        when(
                stepUp.context() != null && !isContext(stepUp.context()),
                "has %s whose context is not c1 to c99".formatted(what));
        when(
                stepUp.maximumAge() != null && !stepUp.maximumAge().isPositive(),
                "has %s whose maximumAge is nothing".formatted(what));
    }

    private void incompatible(String group, Incompatible other) {
        when(other.group().equals(group), "makes the group incompatible with itself");
        Duration longest = other.exceptionFor();
        when(
                longest != null && !longest.isPositive(),
                "has an exception of no duration for " + other.group());
        when(
                longest != null && other.exceptionBy().isEmpty(),
                "has an exception for %s that nobody can allow".formatted(other.group()));
    }

    private void condition(Condition condition) {
        when(condition.attribute().isBlank(), "has a condition on no attribute");
        when(
                condition.oneOf().isEmpty() && condition.atLeast() == null,
                "has a condition on '%s' that asks for nothing: give oneOf or atLeast"
                        .formatted(condition.attribute()));
    }

    private void admins(String what, AdminRules rules) {
        when(!rules.maximumDuration().isPositive(), "has a maximumDuration of nothing for " + what);
    }

    private void notifications(List<Notification> notifications) {
        var seen = new HashSet<String>();
        for (Notification notification : notifications) {
            when(
                    !NotificationRules.IDS.contains(notification.rule()),
                    "has a notification '%s' that is none of: %s"
                            .formatted(
                                    notification.rule(), String.join(", ", NotificationRules.IDS)));
            when(
                    !seen.add(notification.rule()),
                    "has the notification '%s' twice".formatted(notification.rule()));
            when(
                    !notification.recipients().stream().allMatch(r -> MAIL.matcher(r).matches()),
                    "has a recipient of '%s' that is no mail address"
                            .formatted(notification.rule()));
        }
    }
}
