package dev.ephor.audit.domain;

import static dev.ephor.audit.domain.Milestone.ACTIVE;
import static dev.ephor.audit.domain.Milestone.APPROVAL_OPENED;
import static dev.ephor.audit.domain.Milestone.APPROVED;
import static dev.ephor.audit.domain.Milestone.CLOSED;
import static dev.ephor.audit.domain.Milestone.DENIED;
import static dev.ephor.audit.domain.Milestone.ENDED;
import static dev.ephor.audit.domain.Milestone.GIVEN_UP;
import static dev.ephor.audit.domain.Milestone.GRANTED;
import static dev.ephor.audit.domain.Milestone.LAPSED;
import static dev.ephor.audit.domain.Milestone.REFUSED;
import static dev.ephor.audit.domain.Milestone.REMOVED;
import static dev.ephor.audit.domain.Milestone.REQUESTED;
import static dev.ephor.audit.domain.Milestone.WINDOW_OPENED;

import dev.ephor.events.Event;
import dev.ephor.events.MembershipEvent.WindowClosed;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What became of one activation, as far as its events tell.
 *
 * @param reached milestones of which there is an event
 * @param missing milestones of which there is none and should be, for the story to be whole: what a
 *     running activation still has before it, or what got lost
 * @param skipped milestones that the activation can have done without, because it was closed before
 *     it came to them
 */
public record Story(Set<Milestone> reached, List<Milestone> missing, List<Milestone> skipped) {
    private static final Set<Milestone> BEFORE_THE_CLOSE = EnumSet.range(APPROVAL_OPENED, ACTIVE);

    /** The story that these events tell, in whatever order they come. */
    public static Story of(List<? extends Event> events) {
        Set<Milestone> reached = EnumSet.noneOf(Milestone.class);
        events.forEach(event -> Milestone.of(event).ifPresent(reached::add));
        var missing = new ArrayList<Milestone>();
        var skipped = new ArrayList<Milestone>();
        for (Milestone step : path(events, reached)) {
            if (!reached.contains(step)) {
                (canBeSkipped(step, reached) ? skipped : missing).add(step);
            }
        }
        return new Story(reached, missing, skipped);
    }

    /** Whether the story has come to its end with nothing missing. */
    public boolean isComplete() {
        return missing.isEmpty() && !reached.isEmpty();
    }

    /** What an activation like this one passes from its beginning to its end. */
    private static List<Milestone> path(List<? extends Event> events, Set<Milestone> reached) {
        if (reached.contains(REFUSED)) {
            return List.of(REFUSED);
        }
        var path = new ArrayList<>(List.of(REQUESTED));
        if (asksSomebody(events)) {
            path.add(APPROVAL_OPENED);
        }
        if (reached.contains(DENIED) || reached.contains(LAPSED)) {
            return path;
        }
        if (reached.contains(GIVEN_UP) && !reached.contains(APPROVED)) {
            return path;
        }
        path.addAll(List.of(APPROVED, WINDOW_OPENED, GRANTED, ACTIVE, CLOSED));
        if (membershipEnds(events)) {
            path.add(REMOVED);
        }
        path.add(ENDED);
        return path;
    }

    private static boolean asksSomebody(List<? extends Event> events) {
        return events.stream()
                .anyMatch(
                        e -> e instanceof ActivationRequested r && !r.policy().stages().isEmpty());
    }

    /** Until a close says that another grant keeps the membership, it is expected to end. */
    private static boolean membershipEnds(List<? extends Event> events) {
        return events.stream()
                .noneMatch(e -> e instanceof WindowClosed closed && !closed.membershipEnds());
    }

    /** A close cuts short what comes before it, but not what later steps show to have happened. */
    private static boolean canBeSkipped(Milestone step, Set<Milestone> reached) {
        return reached.contains(CLOSED)
                && BEFORE_THE_CLOSE.contains(step)
                && EnumSet.range(step, ACTIVE).stream().noneMatch(reached::contains);
    }
}
