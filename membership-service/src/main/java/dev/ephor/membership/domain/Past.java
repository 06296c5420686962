package dev.ephor.membership.domain;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.EligibilityEvent.EligibilityRemoved;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.SignalEvent.RevokeAccess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What must not come back, although its approval may still arrive, or arrive again.
 *
 * <p>The lists are bounded. What falls out of one leaves its time in {@code forgottenUntil}: an
 * approval that is not newer than that and not known is taken for a late copy. Approvals of a key
 * come in order, so a first one never looks so.
 *
 * @param closed activations whose windows closed
 * @param givenUp deactivated before their approvals arrived
 * @param lostEligibilities removed eligibilities of this key
 * @param revocation the newest signal that ended everything
 */
public record Past(
        List<Ended> closed,
        List<GivenUp> givenUp,
        List<String> lostEligibilities,
        @Nullable Revocation revocation,
        Instant forgottenUntil) {
    static final int REMEMBERED = 32;
    static final Past NOTHING = new Past(List.of(), List.of(), List.of(), null, Instant.EPOCH);

    public Past {
        closed = List.copyOf(closed);
        givenUp = List.copyOf(givenUp);
        lostEligibilities = List.copyOf(lostEligibilities);
    }

    /** A closed activation. */
    public record Ended(String activationId, Instant approvedAt) {}

    /** An activation that was given back before it was known. */
    public record GivenUp(String activationId, String by, Instant at) {}

    /** A signal that ended every activation approved until then. */
    public record Revocation(String by, String reason, Instant at) {}

    boolean isClosed(String activationId) {
        return closed.stream().anyMatch(e -> e.activationId.equals(activationId));
    }

    boolean isGivenUp(String activationId) {
        return givenUp.stream().anyMatch(g -> g.activationId.equals(activationId));
    }

    boolean hasLost(String eligibilityId) {
        return lostEligibilities.contains(eligibilityId);
    }

    boolean hasForgotten(ActivationApproved approved) {
        return !approved.approvedAt().isAfter(forgottenUntil);
    }

    /** Whether a signal is newer than every one before it; an older one came late or again. */
    boolean isNews(Instant signalled) {
        return revocation == null || signalled.isAfter(revocation.at);
    }

    /** Why an activation whose approval arrives only now has ended already. */
    Optional<Ending> endingOf(ActivationApproved approved) {
        for (GivenUp g : givenUp) {
            if (g.activationId.equals(approved.activationId())) {
                return Optional.of(new Ending.Deactivated(g.by));
            }
        }
        if (hasLost(approved.eligibilityId())) {
            return Optional.of(Ending.eligibilityRemoved());
        }
        if (revocation != null && !approved.approvedAt().isAfter(revocation.at)) {
            return Optional.of(new Ending.Revoked(revocation.by, revocation.reason));
        }
        return Optional.empty();
    }

    Past closing(String activationId, Instant approvedAt) {
        var still = givenUp.stream().filter(g -> !g.activationId.equals(activationId)).toList();
        var all = append(closed, new Ended(activationId, approvedAt));
        Instant until = latest(forgottenUntil, all.size(), all.getFirst().approvedAt);
        return new Past(newest(all), still, lostEligibilities, revocation, until);
    }

    Past givingUp(DeactivationRequested d) {
        var all = append(givenUp, new GivenUp(d.activationId(), d.requestedBy(), d.requestedAt()));
        Instant until = latest(forgottenUntil, all.size(), all.getFirst().at);
        return new Past(closed, newest(all), lostEligibilities, revocation, until);
    }

    Past losing(EligibilityRemoved e) {
        var all = append(lostEligibilities, e.eligibilityId());
        return new Past(closed, givenUp, newest(all), revocation, forgottenUntil);
    }

    Past revoking(RevokeAccess r) {
        var newer = new Revocation(r.requestedBy(), r.reason(), r.requestedAt());
        return new Past(closed, givenUp, lostEligibilities, newer, forgottenUntil);
    }

    private static Instant latest(Instant until, int size, Instant oldest) {
        return size > REMEMBERED && oldest.isAfter(until) ? oldest : until;
    }

    private static <T> List<T> append(List<T> list, T last) {
        var longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    private static <T> List<T> newest(List<T> list) {
        return list.subList(Math.max(0, list.size() - REMEMBERED), list.size());
    }
}
