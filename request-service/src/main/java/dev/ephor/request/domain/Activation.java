package dev.ephor.request.domain;

import dev.ephor.events.Event;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Policy.Approver.Kind;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One activation as far as it is known: what was asked for, and what was heard of it since.
 *
 * @param window null before it is approved
 * @param asked who was asked to approve it, as far as that was heard
 */
public record Activation(
        ActivationRequested request,
        @Nullable Window window,
        Progress progress,
        List<String> asked) {
    public Activation {
        asked = List.copyOf(asked);
    }

    public static Activation of(ActivationRequested request) {
        var begun = Milestone.of(Stage.REQUESTED, request.requestedAt());
        return new Activation(request, null, new Progress(List.of(begun)), List.of());
    }

    public String id() {
        return request.activationId();
    }

    public MembershipKey key() {
        return request.key();
    }

    /**
     * Takes an event about this activation in; in which order they come makes no difference.
     *
     * @param said when the event was said
     */
    public Activation hear(Event event, Instant said) {
        Milestone milestone = Hearing.milestone(event, said);
        return new Activation(
                request,
                Window.after(event, window, progress.has(Stage.GRANTED)),
                milestone == null ? progress : progress.with(milestone),
                union(asked, Hearing.asked(event)));
    }

    /** Who is asked to approve it: users that its stages name, and whoever was asked since. */
    public List<String> approvers() {
        List<String> named =
                request.policy().stages().stream()
                        .flatMap(s -> s.panels().stream())
                        .flatMap(panel -> panel.approvers().stream())
                        .filter(approver -> approver.kind() == Kind.USER)
                        .flatMap(approver -> Stream.ofNullable(approver.id()))
                        .toList();
        return union(named, asked);
    }

    /** In an order that does not depend on who came first. */
    private static List<String> union(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().sorted().toList();
    }

    public State state() {
        return State.of(this);
    }

    public RequestStatus status() {
        return RequestStatus.of(this);
    }

    /** Whether no access can come of it any more, whatever the clock says. */
    public boolean isOver() {
        return progress.any(Stage::isOver);
    }

    /** What closed its window, once it is known too that all that had to go is gone. */
    public Optional<Milestone> ending() {
        return progress.has(Stage.ENDED)
                ? progress.milestones().stream().filter(m -> m.stage().isClosing()).findFirst()
                : Optional.empty();
    }

    /** Whether somebody else than its holder ended it, and all that had to go is gone. */
    public boolean isGoneByForce() {
        return progress.has(Stage.REVOCATION_REQUESTED, Stage.CANCELED)
                && (progress.has(Stage.ENDED) || state() != State.WITHDRAWING);
    }

    /** Whether its window has opened, and nothing has ended it. */
    public boolean isUnderway() {
        return progress.has(Stage.WINDOW_OPENED) && !isOver();
    }

    /** Whether it gives access, will give it, or may yet be approved. */
    public boolean isLive(Instant now) {
        return !isOver() && (window == null || window.end().isAfter(now));
    }

    /** When its window closes, once that is known. */
    public Optional<Instant> end() {
        return Optional.ofNullable(window).map(Window::end);
    }

    /** Whether its window is known and has opened. */
    public boolean hasBegun(Instant now) {
        return window != null && !window.start().isAfter(now);
    }

    /** Whether its window was approved for later. */
    public boolean opensLater() {
        Instant approved = progress.at(Stage.APPROVED).orElse(Instant.MAX);
        return window != null && window.start().isAfter(approved);
    }

    /** Whether nobody has decided it. */
    boolean isOpen() {
        return !progress.any(Stage::followsApproval);
    }

    boolean needsApproval() {
        return !request.policy().stages().isEmpty();
    }

    /** When its request was done with: the access was there, or was refused. */
    public Optional<Instant> completedAt() {
        return switch (status()) {
            case PENDING_APPROVAL, PENDING_PROVISIONING, SCHEDULE_CREATED -> Optional.empty();
            case PROVISIONED -> progress.at(Stage.ACTIVE, Stage.GRANTED);
            default ->
                    progress.milestones().stream()
                            .filter(m -> m.stage().isOver())
                            .map(Milestone::at)
                            .findFirst();
        };
    }

    /**
     * The places that are still to do what is wanted, directory first.
     *
     * @param targets those of the group
     */
    public List<String> pendingAt(List<String> targets) {
        var pending = new ArrayList<String>();
        switch (state()) {
            case GRANTING -> pending.add(Milestone.DIRECTORY);
            case PROVISIONING -> addMissing(pending, targets, Stage.TARGET_CONFIRMED);
            case WITHDRAWING -> {
                if (!progress.has(Stage.REMOVED)) {
                    pending.add(Milestone.DIRECTORY);
                }
                addMissing(pending, targets, Stage.TARGET_WITHDRAWN);
            }
            default -> {}
        }
        return pending;
    }

    public List<String> stuckAt() {
        return progress.stuckAt();
    }

    private void addMissing(List<String> pending, List<String> targets, Stage done) {
        List<String> places = progress.places(done);
        targets.stream().filter(t -> !places.contains(t)).forEach(pending::add);
    }
}
