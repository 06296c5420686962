package dev.ephor.request.mailing;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.ProvisioningEvent.ActivationActive;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.Milestone;
import dev.ephor.request.domain.Window;
import dev.ephor.request.mailing.Notice.Fact;
import dev.ephor.request.mailing.Telling.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The start and the end of access, and of what never began. */
record OfActivations(Known known) {

    /** Directory and targets were read back: only then it is told. */
    List<Telling> of(ActivationActive event) {
        Scene scene = Scene.of(known, event.key());
        Optional<Activation> activation = known.activation(event.activationId());
        String person = scene.person(event.key().principal());
        List<Fact> facts =
                Stream.of(
                                Stream.of(
                                        new Fact("Who", person),
                                        new Fact("What", scene.access(event.key()))),
                                activation.map(Activation::window).stream()
                                        .map(OfActivations::until),
                                activation.stream()
                                        .flatMap(
                                                a ->
                                                        Scene.given(
                                                                "Justification",
                                                                a.request().justification())))
                        .flatMap(f -> f)
                        .toList();
        String path = Paths.activation(event.activationId());
        Rule rule = OfApprovals.rule(activation.map(Activation::request));
        boolean byAdmin = rule == Rule.HOLDER_OF_ASSIGNMENT;
        return List.of(
                new Telling(
                        rule,
                        false,
                        List.of(event.key().principal()),
                        new Notice(
                                "Active: " + scene.group(),
                                "Your access is active, everywhere confirmed.",
                                facts,
                                "Look at it, or give it back early",
                                path)),
                new Telling(
                        byAdmin ? Rule.ADMIN_OF_ASSIGNMENT : Rule.ADMIN_OF_ACTIVATION,
                        false,
                        scene.admins(),
                        new Notice(
                                "%s is active: %s".formatted(person, scene.group()),
                                "%s holds privileged access now.".formatted(person),
                                facts,
                                "Look at it",
                                path)));
    }

    /** Told by whichever is heard last: why the window closed, or that all is confirmed gone. */
    List<Telling> ended(String activation) {
        return known.activation(activation).stream()
                .flatMap(a -> a.ending().stream().flatMap(closed -> ended(a, closed).stream()))
                .toList();
    }

    private List<Telling> ended(Activation activation, Milestone closed) {
        Scene scene = Scene.of(known, activation.key());
        String goesOn =
                known.goesOn(activation) ? " Other access of yours to the same group goes on." : "";
        return toHolder(
                activation.key(),
                activation.id(),
                "Ended: " + scene.group(),
                "Your access has ended. " + why(closed, scene) + goesOn,
                Stream.concat(
                        Stream.of(
                                new Fact("What", scene.access(activation.key())),
                                new Fact("Ended", Scene.time(closed.at()))),
                        Scene.given("Reason", closed.note())));
    }

    private static String why(Milestone closed, Scene scene) {
        return switch (closed.stage()) {
            case EXPIRED -> "Its end has passed.";
            case DEACTIVATED -> "You gave it back.";
            default -> "%s took it away.".formatted(scene.person(String.valueOf(closed.by())));
        };
    }

    /** Who canceled it themself knows; those who were asked need not decide any more. */
    List<Telling> of(ActivationCanceled event) {
        Scene scene = Scene.of(known, event.key());
        Stream<Fact> facts =
                Stream.concat(
                        Stream.of(new Fact("What", scene.access(event.key()))),
                        Scene.given("Reason", event.reason()));
        if (!event.canceledBy().equals(event.key().principal())) {
            String lead =
                    "%s canceled your request before it began."
                            .formatted(scene.person(event.canceledBy()));
            return toHolder(
                    event.key(), event.activationId(), "Canceled: " + scene.group(), lead, facts);
        }
        return known.activation(event.activationId()).stream()
                .filter(a -> a.window() == null)
                .map(a -> withdrawn(event, a, scene, facts.toList()))
                .toList();
    }

    private static Telling withdrawn(
            ActivationCanceled event, Activation activation, Scene scene, List<Fact> facts) {
        String person = scene.person(event.key().principal());
        return new Telling(
                Rule.APPROVER,
                false,
                activation.approvers(),
                new Notice(
                        "%s withdrew the request: %s".formatted(person, scene.group()),
                        "There is nothing left to decide.",
                        facts,
                        "Look at it",
                        Paths.approval(event.activationId())));
    }

    private List<Telling> toHolder(
            MembershipKey key, String activation, String subject, String lead, Stream<Fact> facts) {
        Rule rule = OfApprovals.rule(known.activation(activation).map(Activation::request));
        var notice =
                new Notice(
                        subject, lead, facts.toList(), "Look at it", Paths.activation(activation));
        return List.of(new Telling(rule, false, List.of(key.principal()), notice));
    }

    private static Fact until(Window window) {
        Instant end = window.end();
        return Scene.until(end.equals(ActivationApproved.FOREVER) ? null : end);
    }
}
