package dev.ephor.events;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rules under which one group and access is activated, as they stood when a request was decided
 * (events carry this snapshot). {@link PolicyBuilder} makes one from what differs from the default.
 *
 * @param maximumDuration the longest window
 * @param defaultDuration the window of a request that names none
 * @param durations the menu that a requester is shown, ascending
 * @param clock from when on a window is counted
 * @param stepUp what the requester's sign-in must prove; null: nothing beyond a valid token
 * @param justificationMinimum characters a justification must have, blanks at its ends not counted;
 *     0: none needed
 * @param ticket what ticket is needed; null: none
 * @param stages who approves, in order; empty: approved at once by itself
 * @param approvalForExtension whether the stages decide about an extension too
 * @param incompatible what nobody may hold beside this
 * @param conditions what the principal's attributes must be, all of them
 * @param hours when activation is possible; null: always
 * @param outlivesEligibility whether an active window goes on when its eligibility is lost
 */
public record Policy(
        Duration maximumDuration,
        Duration defaultDuration,
        List<Duration> durations,
        WindowClock clock,
        @Nullable StepUp stepUp,
        int justificationMinimum,
        @Nullable TicketRule ticket,
        List<Stage> stages,
        boolean approvalForExtension,
        List<Incompatible> incompatible,
        List<Condition> conditions,
        @Nullable Hours hours,
        boolean outlivesEligibility) {
    public Policy {
        durations = List.copyOf(durations);
        stages = List.copyOf(stages);
        incompatible = List.copyOf(incompatible);
        conditions = List.copyOf(conditions);
    }

    /** A policy that allows windows of this length and asks nothing else. */
    public static PolicyBuilder upTo(Duration maximum) {
        return new PolicyBuilder(maximum);
    }

    /** A builder that starts from this policy. */
    public PolicyBuilder change() {
        return new PolicyBuilder(this);
    }

    /** From when on a window is counted. */
    public enum WindowClock {
        /** The request: waiting for an approver costs the requester time. */
        REQUEST,
        /** The approval: waiting for an approver costs the requester nothing. */
        APPROVAL,
        /** The directory's first confirmation: neither does waiting for the directory. */
        CONFIRMATION
    }

    /**
     * A sign-in that is strong and fresh enough: by {@code acr} (RFC 9470), by an authentication
     * context (Entra), or both.
     *
     * @param acr the {@code acr} that satisfies it; a token whose {@code amr} holds {@code mfa}
     *     satisfies it too; null: none asked
     * @param context the authentication context that {@code acrs} must hold, such as {@code c1};
     *     null: none asked
     * @param maximumAge how long ago the sign-in may have been; null: any time
     */
    public record StepUp(
            @Nullable String acr, @Nullable String context, @Nullable Duration maximumAge) {
        public static StepUp acr(String acr, Duration maximumAge) {
            return new StepUp(acr, null, maximumAge);
        }
    }

    /**
     * @param system the ticket system's name; null: any
     * @param pattern a regular expression that the whole ticket number matches; null: any
     * @param checkedBy the configured ticket system that is asked whether the ticket exists, is
     *     open and is the requester's; null: none is asked
     */
    public record TicketRule(
            @Nullable String system, @Nullable String pattern, @Nullable String checkedBy) {}

    /**
     * One approval stage. It is passed when every one of its panels has its quorum; the first
     * denial ends it.
     *
     * @param panels those who have to agree, each panel by its quorum; one person counts in one
     *     panel only
     * @param backups asked as well from {@code escalatesAfter} on; they count in any panel
     * @param escalatesAfter null: never
     * @param remindsAfter when those who have not decided are reminded; null: never
     * @param lapsesAfter how long the stage waits; silence then ends the request without access
     * @param stepUp what the approver's own sign-in must prove
     * @param reasonRequired whether a decision needs a reason
     */
    public record Stage(
            List<Panel> panels,
            List<Approver> backups,
            @Nullable Duration escalatesAfter,
            @Nullable Duration remindsAfter,
            Duration lapsesAfter,
            @Nullable StepUp stepUp,
            boolean reasonRequired) {
        public Stage {
            panels = List.copyOf(panels);
            backups = List.copyOf(backups);
        }

        /** A stage that any one of these users decides. */
        public static Stage anyOf(
                List<String> users,
                Duration lapsesAfter,
                @Nullable StepUp stepUp,
                boolean reasonRequired) {
            var panel = new Panel(null, users.stream().map(Approver::user).toList(), 1);
            return new Stage(
                    List.of(panel), List.of(), null, null, lapsesAfter, stepUp, reasonRequired);
        }

        public Stage with(List<Panel> others) {
            return new Stage(
                    others,
                    backups,
                    escalatesAfter,
                    remindsAfter,
                    lapsesAfter,
                    stepUp,
                    reasonRequired);
        }
    }

    /**
     * Approvers of whom so many have to agree.
     *
     * @param name for people, such as {@code Finance}
     * @param approvers empty: the tenant's default approvers
     */
    public record Panel(@Nullable String name, List<Approver> approvers, int quorum) {
        public Panel {
            approvers = List.copyOf(approvers);
        }
    }

    /**
     * Who approves (Graph: subjectSet).
     *
     * @param id the object id of a user, or of a group whose members approve; null: the requester's
     *     manager
     */
    public record Approver(Kind kind, @Nullable String id) {
        /** Graph: singleUser, groupMembers, requestorManager. */
        public enum Kind {
            USER,
            GROUP,
            MANAGER
        }

        public static Approver user(String id) {
            return new Approver(Kind.USER, id);
        }

        public static Approver group(String id) {
            return new Approver(Kind.GROUP, id);
        }

        public static Approver manager() {
            return new Approver(Kind.MANAGER, null);
        }
    }

    /**
     * A group that nobody may hold beside this one (separation of duties).
     *
     * @param group the other group's object id
     * @param reason for people; null: none given
     * @param exceptionBy who may allow both for a time; empty: nobody
     * @param exceptionFor the longest window of an exception; null: as the policy says
     */
    public record Incompatible(
            String group,
            @Nullable String reason,
            List<Approver> exceptionBy,
            @Nullable Duration exceptionFor) {
        public Incompatible {
            exceptionBy = List.copyOf(exceptionBy);
        }
    }

    /**
     * What an attribute of the principal must be.
     *
     * @param attribute such as {@code department} or {@code clearance}
     * @param oneOf the values that satisfy it; empty: any that is high enough
     * @param atLeast the lowest number that satisfies it; null: no number is asked
     */
    public record Condition(String attribute, List<String> oneOf, @Nullable Integer atLeast) {
        public Condition {
            oneOf = List.copyOf(oneOf);
        }
    }

    /**
     * When activation is possible.
     *
     * @param zone an IANA time zone
     * @param days empty: every day
     * @param from from when on, as {@code HH:mm}; null: from midnight
     * @param until until when, exclusive, as {@code HH:mm}; before {@code from}: on the next day;
     *     null: to midnight
     */
    public record Hours(
            String zone, Set<DayOfWeek> days, @Nullable String from, @Nullable String until) {
        public Hours {
            days = Collections.unmodifiableSet(new TreeSet<>(days));
        }
    }
}
