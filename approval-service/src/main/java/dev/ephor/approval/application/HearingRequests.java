package dev.ephor.approval.application;

import dev.ephor.approval.domain.ApprovalCommand;
import dev.ephor.approval.domain.ApprovalCommand.Consider;
import dev.ephor.approval.domain.ApprovalCommand.TakeBack;
import dev.ephor.events.Envelope;
import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.time.DeterministicId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hears what is asked for and taken back: approves at once where the policy asks nobody, else opens
 * a stage. A whole batch costs one look-up, one insert of approvals and one of events.
 */
@ApplicationScoped
public class HearingRequests {
    private final Approvals approvals;
    private final Saying saying;
    private final Clock clock;

    HearingRequests(Approvals approvals, Saying saying, Clock clock) {
        this.approvals = approvals;
        this.saying = saying;
        this.clock = clock;
    }

    @Transactional
    public void hear(List<Envelope<RequestEvent>> events) {
        Instant now = clock.instant();
        Map<String, Approval> approvalsNow = new HashMap<>(approvals.find(ids(events)));
        var changes = new ArrayList<Change>();
        for (Envelope<RequestEvent> event : events) {
            command(event.data(), now)
                    .ifPresent(command -> changes.add(step(event, command, approvalsNow, now)));
        }
        saying.keep(changes);
    }

    /** One batch may hold several events of one activation: the next starts where this one ends. */
    private Change step(
            Envelope<RequestEvent> event,
            ApprovalCommand command,
            Map<String, Approval> approvalsNow,
            Instant now) {
        String id = event.data().activationId();
        Approval before = approvalsNow.getOrDefault(id, Approval.unseen(id, event.traceparent()));
        Change change = saying.decide(command, before, Cause.of(event, now));
        approvalsNow.put(id, saying.after(change));
        return change;
    }

    private static Optional<ApprovalCommand> command(RequestEvent event, Instant now) {
        return switch (event) {
            case ActivationRequested r -> Optional.of(new Consider(r, stageOf(r), now));
            case DeactivationRequested d -> Optional.of(new TakeBack(d));
            case ActivationRefused _, ActivationCanceled _, RevocationRequested _ ->
                    Optional.empty();
        };
    }

    /** The same however often the request is heard. */
    private static String stageOf(ActivationRequested request) {
        return DeterministicId.of("stage", request.activationId(), "1");
    }

    private static List<String> ids(List<Envelope<RequestEvent>> events) {
        return events.stream().map(event -> event.data().activationId()).distinct().toList();
    }
}
