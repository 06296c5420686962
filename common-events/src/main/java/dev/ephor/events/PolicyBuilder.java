package dev.ephor.events;

import dev.ephor.events.Policy.Condition;
import dev.ephor.events.Policy.Hours;
import dev.ephor.events.Policy.Incompatible;
import dev.ephor.events.Policy.Stage;
import dev.ephor.events.Policy.StepUp;
import dev.ephor.events.Policy.TicketRule;
import dev.ephor.events.Policy.WindowClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Policy} from what differs from the default. */
public final class PolicyBuilder {
    /** What a requester can choose from where the policy names nothing else. */
    public static final List<Duration> MENU =
            Stream.of("PT30M", "PT1H", "PT2H", "PT6H", "PT12H", "P1D", "P2D")
                    .map(Duration::parse)
                    .toList();

    private final Duration maximum;
    private Duration usual;
    private List<Duration> durations;
    private WindowClock clock = WindowClock.APPROVAL;
    private @Nullable StepUp stepUp;
    private int justificationMinimum;
    private @Nullable TicketRule ticket;
    private List<Stage> stages = List.of();
    private boolean approvalForExtension = true;
    private List<Incompatible> incompatible = List.of();
    private List<Condition> conditions = List.of();
    private @Nullable Hours hours;
    private boolean outlivesEligibility;

    PolicyBuilder(Duration maximum) {
        this.maximum = maximum;
        this.usual = maximum;
        this.durations = within(MENU, maximum);
    }

    PolicyBuilder(Policy policy) {
        maximum = policy.maximumDuration();
        usual = policy.defaultDuration();
        durations = policy.durations();
        clock = policy.clock();
        stepUp = policy.stepUp();
        justificationMinimum = policy.justificationMinimum();
        ticket = policy.ticket();
        stages = policy.stages();
        approvalForExtension = policy.approvalForExtension();
        incompatible = policy.incompatible();
        conditions = policy.conditions();
        hours = policy.hours();
        outlivesEligibility = policy.outlivesEligibility();
    }

    public PolicyBuilder usually(Duration duration) {
        usual = duration;
        return this;
    }

    public PolicyBuilder durations(List<Duration> menu) {
        durations = menu;
        return this;
    }

    public PolicyBuilder clock(WindowClock from) {
        clock = from;
        return this;
    }

    public PolicyBuilder stepUp(@Nullable StepUp wanted) {
        stepUp = wanted;
        return this;
    }

    public PolicyBuilder justification(int minimum) {
        justificationMinimum = minimum;
        return this;
    }

    public PolicyBuilder ticket(@Nullable TicketRule rule) {
        ticket = rule;
        return this;
    }

    public PolicyBuilder stages(List<Stage> inOrder) {
        stages = inOrder;
        return this;
    }

    public PolicyBuilder approvalForExtension(boolean needed) {
        approvalForExtension = needed;
        return this;
    }

    public PolicyBuilder incompatible(List<Incompatible> others) {
        incompatible = others;
        return this;
    }

    public PolicyBuilder conditions(List<Condition> all) {
        conditions = all;
        return this;
    }

    public PolicyBuilder hours(@Nullable Hours possible) {
        hours = possible;
        return this;
    }

    public PolicyBuilder outlivesEligibility(boolean outlives) {
        outlivesEligibility = outlives;
        return this;
    }

    /** Another longest window; the usual one and the menu stay within it. */
    public PolicyBuilder maximum(Duration other) {
        var changed = new PolicyBuilder(build(other));
        changed.usual = usual.compareTo(other) > 0 ? other : usual;
        changed.durations = within(durations, other);
        return changed;
    }

    public Policy build() {
        return build(maximum);
    }

    private Policy build(Duration longest) {
        return new Policy(
                longest,
                usual,
                durations,
                clock,
                stepUp,
                justificationMinimum,
                ticket,
                stages,
                approvalForExtension,
                incompatible,
                conditions,
                hours,
                outlivesEligibility);
    }

    private static List<Duration> within(List<Duration> menu, Duration maximum) {
        return menu.stream().filter(d -> d.compareTo(maximum) <= 0).toList();
    }
}
