package dev.ephor.request.mailing;

import dev.ephor.events.ApprovalEvent;
import dev.ephor.events.CatalogEvent.PolicyWeakened;
import dev.ephor.events.EligibilityEvent;
import dev.ephor.events.Event;
import dev.ephor.events.MembershipEvent.WindowClosed;
import dev.ephor.events.ProvisioningEvent.ActivationActive;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.request.mailing.Notice.Fact;
import dev.ephor.request.mailing.Telling.Rule;
import java.util.List;

/** Who is told what of an event; most events are told to nobody. */
record Tellings(Known known) {

    List<Telling> of(Event event) {
        return switch (event) {
            case ApprovalEvent e -> new OfApprovals(known).of(e);
            case ActivationActive e -> new OfActivations(known).of(e);
            case WindowClosed e -> new OfActivations(known).ended(e.activationId());
            case ActivationEnded e -> new OfActivations(known).ended(e.activationId());
            case ActivationCanceled e -> new OfActivations(known).of(e);
            case EligibilityEvent e -> new OfEligibilities(known).of(e);
            case PolicyWeakened e -> List.of(weakened(e));
            default -> List.of();
        };
    }

    private Telling weakened(PolicyWeakened e) {
        Scene scene = new Scene(known, e.tenant(), e.group());
        List<Fact> facts = e.weaknesses().stream().map(w -> new Fact("Now", w)).toList();
        return new Telling(
                Rule.ALWAYS,
                true,
                scene.admins(),
                new Notice(
                        "A policy asks less now: " + scene.group(),
                        "%s changed the policy for %ss of %s."
                                .formatted(
                                        scene.person(e.changedBy()),
                                        e.access().wire(),
                                        scene.group()),
                        facts,
                        "Look at the policy",
                        Paths.policy(e.group(), e.access())));
    }
}
