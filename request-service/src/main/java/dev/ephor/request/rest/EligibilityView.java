package dev.ephor.request.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.Policy;
import dev.ephor.request.application.FindSchedules.Schedule;
import dev.ephor.request.domain.Activation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What its holder can activate, and what they will be asked.
 *
 * @param end until when; absent: without end
 * @param state {@code eligible}, {@code pending} (asked for, or it begins later) or {@code active}
 * @param activation the activation that is pending or active
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EligibilityView(
        String id,
        String group,
        @Nullable String groupName,
        String access,
        Instant start,
        @Nullable Instant end,
        String state,
        @Nullable String activation,
        @Nullable Terms terms) {

    /**
     * What the policy allows and asks.
     *
     * @param durations the menu
     * @param justificationMinimum characters; 0: none needed
     * @param stages who approves, in order; empty: nobody is asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Terms(
            Duration maximumDuration,
            Duration defaultDuration,
            List<Duration> durations,
            Policy.@Nullable StepUp signIn,
            int justificationMinimum,
            @Nullable Ticket ticket,
            List<Stage> stages,
            Policy.@Nullable Hours hours) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ticket(@Nullable String system, @Nullable String pattern) {}

    /** All of its panels have to agree. */
    record Stage(List<Policy.Panel> panels) {}

    static EligibilityView of(
            Schedule eligibility,
            @Nullable GroupDefined group,
            @Nullable Policy policy,
            List<Activation> live,
            Instant now) {
        Activation latest = live.isEmpty() ? null : live.getLast();
        return new EligibilityView(
                ScheduleObject.id(eligibility),
                eligibility.key().group(),
                group == null ? null : group.displayName(),
                eligibility.key().access().wire(),
                eligibility.start(),
                eligibility.end(),
                state(live, now),
                latest == null ? null : latest.id(),
                policy == null ? null : terms(policy));
    }

    private static String state(List<Activation> live, Instant now) {
        if (live.isEmpty()) {
            return "eligible";
        }
        return live.stream().anyMatch(a -> isOpen(a, now)) ? "active" : "pending";
    }

    private static boolean isOpen(Activation activation, Instant now) {
        var window = activation.window();
        return window != null && !window.start().isAfter(now);
    }

    private static Terms terms(Policy policy) {
        Policy.TicketRule ticket = policy.ticket();
        return new Terms(
                policy.maximumDuration(),
                policy.defaultDuration(),
                policy.durations(),
                policy.stepUp(),
                policy.justificationMinimum(),
                ticket == null ? null : new Ticket(ticket.system(), ticket.pattern()),
                policy.stages().stream().map(stage -> new Stage(stage.panels())).toList(),
                policy.hours());
    }
}
