package dev.ephor.approval.application;

import dev.ephor.approval.domain.ApprovalCommand;
import dev.ephor.approval.domain.ApprovalCommand.Consider;
import dev.ephor.approval.domain.ApprovalCommand.TakeBack;
import dev.ephor.approval.domain.Setting;
import dev.ephor.events.Envelope;
import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import dev.ephor.kit.journal.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Hears what is asked for and taken back: approves at once where the policy asks nobody, else opens
 * a stage. A whole batch costs one look-up, one insert of approvals and one of events.
 */
@ApplicationScoped
public class HearingRequests {
    private final Approvals approvals;
    private final Settings settings;
    private final Saying saying;
    private final Clock clock;

    HearingRequests(Approvals approvals, Settings settings, Saying saying, Clock clock) {
        this.approvals = approvals;
        this.settings = settings;
        this.saying = saying;
        this.clock = clock;
    }

    @Transactional
    public void hear(List<Envelope<RequestEvent>> events) {
        var setting = settings.atOpening(requested(events));
        Instant now = clock.instant();
        Map<String, Approval> approvalsNow = new HashMap<>(approvals.find(ids(events)));
        var changes = new ArrayList<Change>();
        for (Envelope<RequestEvent> event : events) {
            command(event.data(), setting, now)
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
        approvalsNow.put(id, change.approval());
        return change;
    }

    private static Optional<ApprovalCommand> command(
            RequestEvent event, Function<ActivationRequested, Setting> setting, Instant now) {
        return switch (event) {
            case ActivationRequested r -> Optional.of(new Consider(r, setting.apply(r), now));
            case DeactivationRequested _, ActivationCanceled _, RevocationRequested _ ->
                    Optional.of(new TakeBack(event));
            case ActivationRefused _ -> Optional.empty();
        };
    }

    private static List<ActivationRequested> requested(List<Envelope<RequestEvent>> events) {
        return events.stream()
                .map(Envelope::data)
                .filter(ActivationRequested.class::isInstance)
                .map(ActivationRequested.class::cast)
                .toList();
    }

    private static List<String> ids(List<Envelope<RequestEvent>> events) {
        return events.stream().map(event -> event.data().activationId()).distinct().toList();
    }
}
