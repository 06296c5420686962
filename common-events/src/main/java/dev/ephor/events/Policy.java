package dev.ephor.events;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one group and access, as they stood when a request was decided (events carry this
 * snapshot).
 *
 * @param maximumDuration the longest window
 * @param defaultDuration the window of a request that names none
 * @param stepUp what the requester's sign-in must prove; null: nothing beyond a valid token
 * @param justificationMinimum characters a justification must have, blanks at its ends not counted;
 *     0: none needed
 * @param ticket what ticket is needed; null: none
 * @param stages who approves, in order; empty: approved at once by itself
 */
public record Policy(
        Duration maximumDuration,
        Duration defaultDuration,
        @Nullable StepUp stepUp,
        int justificationMinimum,
        @Nullable TicketRule ticket,
        List<Stage> stages) {
    public Policy {
        stages = List.copyOf(stages);
    }

    /**
     * A sign-in that is strong and fresh enough (RFC 9470).
     *
     * @param acr the {@code acr} that satisfies it; a token whose {@code amr} holds {@code mfa}
     *     satisfies it too
     * @param maximumAge how long ago the sign-in may have been
     */
    public record StepUp(String acr, Duration maximumAge) {}

    /**
     * @param system the ticket system's name; null: any
     * @param pattern a regular expression that the whole ticket number matches; null: any
     */
    public record TicketRule(@Nullable String system, @Nullable String pattern) {}

    /**
     * One approval stage: any one of its approvers decides.
     *
     * @param approvers object ids of principals
     * @param lapsesAfter how long the stage waits; silence then ends the request without access
     * @param stepUp what the approver's own sign-in must prove
     * @param reasonRequired whether a decision needs a reason
     */
    public record Stage(
            List<String> approvers,
            Duration lapsesAfter,
            @Nullable StepUp stepUp,
            boolean reasonRequired) {
        public Stage {
            approvers = List.copyOf(approvers);
        }
    }
}
