package dev.ephor.request.mailing;

import dev.ephor.events.ApprovalEvent;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalEscalated;
import dev.ephor.events.ApprovalEvent.ApprovalGiven;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.ApprovalEvent.ApprovalReminded;
import dev.ephor.events.ApprovalEvent.Message;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.mailing.Notice.Fact;
import dev.ephor.request.mailing.Telling.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Approvers are asked; the requester is told what they said. */
record OfApprovals(Known known) {

    List<Telling> of(ApprovalEvent event) {
        return switch (event) {
            case ApprovalOpened e -> asked(e, e.approvers(), words("", e, e.message()), until(e));
            case ApprovalReminded e ->
                    asked(e, e.approvers(), words("Reminder: ", e, e.message()), Stream.of());
            case ApprovalEscalated e ->
                    asked(
                            e,
                            e.approvers(),
                            words("Nobody has decided yet: ", e, e.message()),
                            Stream.of());
            case ActivationApproved e -> approved(e);
            case ActivationDenied e ->
                    decided(
                            e,
                            "Denied",
                            "%s denied your request.".formatted(by(e, e.decision().approver())),
                            Scene.given("Reason", e.decision().reason()));
            case ApprovalLapsed e ->
                    decided(
                            e,
                            "Not decided in time",
                            "Nobody, or too few, decided in time; your request has ended without"
                                    + " access. You can ask again.",
                            Stream.of());
            // Others still have to decide.
            case ApprovalGiven _ -> List.of();
        };
    }

    /** A template says how they are asked; what they decide about stands below it all the same. */
    private List<Telling> asked(
            ApprovalEvent event, List<String> approvers, Message words, Stream<Fact> more) {
        Scene scene = Scene.of(known, event.key());
        List<Fact> facts =
                Stream.of(
                                Stream.of(
                                        new Fact("Who", scene.person(event.key().principal())),
                                        new Fact("What", scene.access(event.key()))),
                                request(event).stream().flatMap(OfApprovals::wanted),
                                more)
                        .flatMap(f -> f)
                        .toList();
        String path = Paths.approval(event.activationId());
        var notice = new Notice(words.title(), words.text(), facts, "Approve or deny", path);
        return List.of(new Telling(Rule.APPROVER, true, approvers, notice));
    }

    /** The event's, by its template; own ones where an older event has none. */
    private Message words(String before, ApprovalEvent event, @Nullable Message message) {
        if (message != null) {
            return new Message(before + message.title(), message.text());
        }
        Scene scene = Scene.of(known, event.key());
        String headline =
                before + scene.person(event.key().principal()) + " asks for your approval";
        return new Message(headline + ": " + scene.group(), headline + ".");
    }

    private static Stream<Fact> until(ApprovalOpened event) {
        return Stream.of(new Fact("Decide before", Scene.time(event.lapsesAt())));
    }

    private static Stream<Fact> wanted(ActivationRequested request) {
        return Stream.of(
                        Scene.given(
                                "Begins",
                                request.start() == null
                                        ? "when approved"
                                        : Scene.time(request.start())),
                        Scene.given(
                                "For",
                                request.duration() == null
                                        ? "no limited time"
                                        : Scene.span(request.duration())),
                        Scene.given("Justification", request.justification()),
                        Scene.ticket(request.ticket()))
                .flatMap(f -> f);
    }

    /** What nobody had to approve is told when it begins. */
    private List<Telling> approved(ActivationApproved event) {
        if (event.decisions().isEmpty()) {
            return List.of();
        }
        return decided(
                event,
                "Approved",
                "%s approved your request."
                        .formatted(by(event, event.decisions().getLast().approver())),
                Stream.concat(
                        Stream.of(
                                new Fact("From", Scene.time(event.start())),
                                Scene.until(end(event))),
                        Scene.given("Reason", event.decisions().getLast().reason())));
    }

    private List<Telling> decided(
            ApprovalEvent event, String outcome, String lead, Stream<Fact> facts) {
        Scene scene = Scene.of(known, event.key());
        Stream<Fact> what = Stream.of(new Fact("What", scene.access(event.key())));
        return List.of(
                new Telling(
                        rule(request(event)),
                        true,
                        List.of(event.key().principal()),
                        new Notice(
                                outcome + ": " + scene.group(),
                                lead,
                                Stream.concat(what, facts).toList(),
                                "Look at your request",
                                Paths.activation(event.activationId()))));
    }

    private String by(ApprovalEvent event, String approver) {
        return Scene.of(known, event.key()).person(approver);
    }

    private Optional<ActivationRequested> request(ApprovalEvent event) {
        return known.activation(event.activationId()).map(Activation::request);
    }

    static Rule rule(Optional<ActivationRequested> request) {
        return request.filter(r -> r.action().isOfAdmin()).isPresent()
                ? Rule.HOLDER_OF_ASSIGNMENT
                : Rule.REQUESTER;
    }

    private static java.time.@Nullable Instant end(ActivationApproved event) {
        return event.end().equals(ActivationApproved.FOREVER) ? null : event.end();
    }
}
