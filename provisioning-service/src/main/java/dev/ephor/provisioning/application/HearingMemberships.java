package dev.ephor.provisioning.application;

import dev.ephor.events.DriftEvent;
import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.MembershipEvent;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.MembershipRemoved;
import dev.ephor.events.MembershipEvent.MembershipStuck;
import dev.ephor.events.MembershipEvent.OfActivation;
import dev.ephor.events.MembershipEvent.StuckClosed;
import dev.ephor.events.MembershipEvent.WindowClosed;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.events.MembershipKey;
import dev.ephor.kit.journal.Journal;
import dev.ephor.provisioning.domain.Provisioner;
import dev.ephor.provisioning.domain.Provisioning;
import dev.ephor.provisioning.domain.ProvisioningCommand.Conclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hears what membership-service says, and wants the targets told. */
@ApplicationScoped
public class HearingMemberships {
    private final Provisionings provisionings;
    private final FindTargets findTargets;
    private final Provisioner provisioner;
    private final Journal journal;
    private final Clock clock;
    private final WakeDelivering wakeDelivering;

    HearingMemberships(
            Provisionings provisionings,
            FindTargets findTargets,
            Provisioner provisioner,
            Journal journal,
            Clock clock,
            WakeDelivering wakeDelivering) {
        this.provisionings = provisionings;
        this.findTargets = findTargets;
        this.provisioner = provisioner;
        this.journal = journal;
        this.clock = clock;
        this.wakeDelivering = wakeDelivering;
    }

    /** Hears a batch inside a transaction, with as many statements as a single event takes. */
    public void hear(List<Envelope<? extends Event>> events) {
        List<Envelope<OfActivation>> news =
                events.stream()
                        .filter(event -> concernsTargets((MembershipEvent) event.data()))
                        .map(event -> event.as(OfActivation.class))
                        .toList();
        if (news.isEmpty()) {
            return;
        }
        var before = provisionings.lock(news.stream().map(e -> e.data().key()).distinct().toList());
        var after = new HashMap<>(before);
        var saying = new Saying(provisioner);
        for (Envelope<OfActivation> event : news) {
            after.computeIfPresent(event.data().key(), (_, known) -> heard(event, known, saying));
        }
        save(before, after, saying);
    }

    /**
     * That the directory is being told, does not do it, or has what Ephor did not give, changes
     * nothing at a target.
     */
    private static boolean concernsTargets(MembershipEvent event) {
        return switch (event) {
            case ActivationGranted _, WindowClosed _ -> true;
            case MembershipRemoved _, StuckClosed _ -> true;
            case WindowOpened _, MembershipStuck _, DriftEvent _ -> false;
        };
    }

    private Provisioned heard(Envelope<OfActivation> event, Provisioned known, Saying saying) {
        OfActivation data = event.data();
        Provisioning next = known.state().hear(data, findTargets.of(data));
        if (next.equals(known.state())) {
            return known;
        }
        Origin origin = Origin.of(event);
        Instant now = clock.instant();
        return saying.decide(
                new Conclude(now), known.with(next).from(data.activationId(), origin), origin);
    }

    private void save(
            Map<MembershipKey, Provisioned> before,
            Map<MembershipKey, Provisioned> after,
            Saying saying) {
        var changed =
                after.values().stream()
                        .filter(p -> !p.equals(before.get(p.state().key())))
                        .toList();
        provisionings.save(changed);
        journal.appendAll(saying.entries());
        wakeDelivering.afterCommit(
                changed.stream().flatMap(p -> p.wantedSince(before.get(p.state().key()))).toList());
    }
}
