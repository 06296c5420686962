package dev.ephor.membership.domain;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
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
 * @param givenUp ended before their approvals arrived
 * @param lostEligibilities removed or expired eligibilities of this key
 */
public record Past(
        List<Ended> closed,
        List<GivenUp> givenUp,
        List<String> lostEligibilities,
        Instant forgottenUntil) {
    static final int REMEMBERED = 32;
    static final Past NOTHING = new Past(List.of(), List.of(), List.of(), Instant.EPOCH);

    public Past {
        closed = List.copyOf(closed);
        givenUp = List.copyOf(givenUp);
        lostEligibilities = List.copyOf(lostEligibilities);
    }

    /** A closed activation. */
    public record Ended(String activationId, Instant approvedAt) {}

    /**
     * An activation that ended before it was known.
     *
     * @param reason why somebody else than the requester ended it; null: the requester did
     */
    public record GivenUp(String activationId, String by, @Nullable String reason, Instant at) {

        /** What a request ends; empty when it ends nothing. */
        static Optional<GivenUp> of(RequestEvent event) {
            return switch (event) {
                case DeactivationRequested d ->
                        Optional.of(
                                new GivenUp(
                                        d.activationId(), d.requestedBy(), null, d.requestedAt()));
                case ActivationCanceled c ->
                        Optional.of(
                                new GivenUp(
                                        c.activationId(), c.canceledBy(), why(c), c.canceledAt()));
                case RevocationRequested r ->
                        Optional.of(
                                new GivenUp(
                                        r.activationId(),
                                        r.requestedBy(),
                                        r.reason(),
                                        r.requestedAt()));
                case ActivationRequested _, ActivationRefused _ -> Optional.empty();
            };
        }

        private static @Nullable String why(ActivationCanceled c) {
            if (c.canceledBy().equals(c.key().principal())) {
                return null;
            }
            return c.reason() == null ? "The request was canceled" : c.reason();
        }

        Ending ending() {
            return reason == null ? new Ending.Deactivated(by) : new Ending.Revoked(by, reason);
        }
    }

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

    /** Why an activation whose approval arrives only now has ended already. */
    Optional<Ending> endingOf(ActivationApproved approved) {
        for (GivenUp g : givenUp) {
            if (g.activationId.equals(approved.activationId())) {
                return Optional.of(g.ending());
            }
        }
        if (approved.eligibilityId() != null && hasLost(approved.eligibilityId())) {
            return Optional.of(Ending.eligibilityLost());
        }
        return Optional.empty();
    }

    Past closing(String activationId, Instant approvedAt) {
        var still = givenUp.stream().filter(g -> !g.activationId.equals(activationId)).toList();
        var all = append(closed, new Ended(activationId, approvedAt));
        Instant until = latest(forgottenUntil, all.size(), all.getFirst().approvedAt);
        return new Past(newest(all), still, lostEligibilities, until);
    }

    Past with(GivenUp ended) {
        var all = append(givenUp, ended);
        Instant until = latest(forgottenUntil, all.size(), all.getFirst().at);
        return new Past(closed, newest(all), lostEligibilities, until);
    }

    Past losing(String eligibilityId) {
        var all = append(lostEligibilities, eligibilityId);
        return new Past(closed, givenUp, newest(all), forgottenUntil);
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
