package dev.ephor.membership.domain;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.Tenure;
import dev.ephor.events.EligibilityEvent.EligibilityExpired;
import dev.ephor.events.EligibilityEvent.EligibilityRemoved;
import dev.ephor.events.Event.AboutMembership;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What should be live, worked out the slow and plain way: keeps everything it heard and looks
 * through all of it every time.
 */
final class NaiveModel {
    private record Heard(AboutMembership event, Instant at) {}

    private final List<Heard> heard = new ArrayList<>();
    private final Map<String, Instant> confirmed = new HashMap<>();

    void hear(AboutMembership event, Instant now) {
        heard.add(new Heard(event, now));
    }

    /** The activations that give the membership at this time. */
    Set<String> liveAt(Instant now) {
        return heard.stream()
                .map(h -> h.event)
                .filter(ActivationApproved.class::isInstance)
                .map(ActivationApproved.class::cast)
                .filter(a -> !now.isBefore(a.start()) && now.isBefore(end(a)))
                .filter(a -> !ended(a))
                .map(ActivationApproved::activationId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The directory has it: a window that counts from then on ends then. */
    void confirm(ActivationGranted granted) {
        confirmed.putIfAbsent(granted.activationId(), granted.confirmedAt());
    }

    private Instant end(ActivationApproved a) {
        Tenure tenure = a.tenure();
        Instant from = confirmed.get(a.activationId());
        if (from == null || tenure == null || tenure.fromConfirmation() == null) {
            return a.end();
        }
        Instant counted = from.plus(tenure.fromConfirmation());
        return tenure.latestEnd() != null && tenure.latestEnd().isBefore(counted)
                ? tenure.latestEnd()
                : counted;
    }

    private boolean ended(ActivationApproved a) {
        for (Heard h : heard) {
            boolean ends =
                    switch (h.event) {
                        case DeactivationRequested d -> d.activationId().equals(a.activationId());
                        case ActivationCanceled c -> c.activationId().equals(a.activationId());
                        case RevocationRequested r -> r.activationId().equals(a.activationId());
                        case EligibilityRemoved e -> loses(e.eligibilityId(), h, a);
                        case EligibilityExpired e -> loses(e.eligibilityId(), h, a);
                        default -> false;
                    };
            if (ends) {
                return true;
            }
        }
        return false;
    }

    /** One that may go on does so, unless it was not there yet. */
    private boolean loses(String eligibility, Heard h, ActivationApproved a) {
        boolean goesOn = a.tenure() != null && a.tenure().outlivesEligibility();
        return eligibility.equals(a.eligibilityId())
                && (!goesOn || firstOf(eligibility) < firstIndex(a));
    }

    private int firstOf(String eligibility) {
        for (int i = 0; i < heard.size(); i++) {
            boolean lost =
                    switch (heard.get(i).event) {
                        case EligibilityRemoved e -> e.eligibilityId().equals(eligibility);
                        case EligibilityExpired e -> e.eligibilityId().equals(eligibility);
                        default -> false;
                    };
            if (lost) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private int firstIndex(ActivationApproved a) {
        for (int i = 0; i < heard.size(); i++) {
            if (Objects.equals(heard.get(i).event, a)) {
                return i;
            }
        }
        throw new IllegalStateException("never heard " + a);
    }

    /** Every activation whose approval was heard. */
    Set<String> approved() {
        Set<String> ids = new HashSet<>();
        for (Heard h : heard) {
            if (h.event instanceof ActivationApproved a) {
                ids.add(a.activationId());
            }
        }
        return ids;
    }
}
