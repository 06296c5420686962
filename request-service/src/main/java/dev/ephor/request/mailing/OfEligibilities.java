package dev.ephor.request.mailing;

import dev.ephor.events.EligibilityEvent;
import dev.ephor.events.EligibilityEvent.EligibilityAssigned;
import dev.ephor.events.EligibilityEvent.EligibilityEnding;
import dev.ephor.events.EligibilityEvent.EligibilityExpired;
import dev.ephor.events.EligibilityEvent.EligibilityExtended;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionCanceled;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionDenied;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionRequested;
import dev.ephor.events.EligibilityEvent.EligibilityRefused;
import dev.ephor.events.EligibilityEvent.EligibilityRemoved;
import dev.ephor.events.EligibilityEvent.EligibilityUpdated;
import dev.ephor.events.EligibilityEvent.OfEligibility;
import dev.ephor.request.mailing.Notice.Fact;
import dev.ephor.request.mailing.Telling.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who may activate what, until when, and who wants more time. */
record OfEligibilities(Known known) {

    List<Telling> of(EligibilityEvent event) {
        return switch (event) {
            case EligibilityAssigned e -> assigned(e);
            case EligibilityUpdated e -> e.requestId() == null ? List.of() : List.of(updated(e));
            case EligibilityExtended e -> List.of(extended(e));
            case EligibilityRemoved e -> List.of(removed(e));
            case EligibilityExpired e ->
                    List.of(
                            holder(
                                    e,
                                    false,
                                    "Your eligibility has ended",
                                    "You can no longer activate it. Ask for a renewal if you still"
                                            + " need it.",
                                    Stream.of(new Fact("Ended", Scene.time(e.end())))));
            case EligibilityEnding e -> List.of(ending(e));
            case EligibilityExtensionRequested e -> List.of(wanted(e));
            case EligibilityExtensionDenied e -> List.of(denied(e));
            case EligibilityExtensionCanceled e ->
                    e.canceledBy().equals(e.key().principal()) ? List.of() : List.of(canceled(e));
            // Whoever asked has the answer already.
            case EligibilityRefused _ -> List.of();
        };
    }

    /** What is configured is not told one by one: the first application would be a flood. */
    private List<Telling> assigned(EligibilityAssigned e) {
        if (e.requestId() == null) {
            return List.of();
        }
        Scene scene = scene(e);
        String admin = scene.person(e.assignedBy());
        Stream<Fact> more =
                Stream.concat(
                        Stream.of(new Fact("From", Scene.time(e.start())), Scene.until(e.end())),
                        Scene.given("Justification", e.justification()));
        var told = new ArrayList<Telling>();
        Telling holder =
                holder(
                        e,
                        false,
                        "You are eligible",
                        "%s made you eligible: you can activate it when you need it."
                                .formatted(admin),
                        more);
        told.add(holder);
        String person = scene.person(e.key().principal());
        List<String> others =
                scene.admins().stream().filter(one -> !one.equals(e.assignedBy())).toList();
        told.add(
                new Telling(
                        Rule.ADMIN_OF_ELIGIBILITY,
                        false,
                        others,
                        new Notice(
                                "%s is eligible: %s".formatted(person, scene.group()),
                                "%s made %s eligible.".formatted(admin, person),
                                holder.notice().facts(),
                                "Look at it",
                                holder.notice().path())));
        return told;
    }

    private Telling updated(EligibilityUpdated e) {
        return holder(
                e,
                false,
                "Your eligibility has changed",
                "%s changed when you are eligible.".formatted(scene(e).person(e.updatedBy())),
                Stream.of(new Fact("From", Scene.time(e.start())), Scene.until(e.end())));
    }

    private Telling extended(EligibilityExtended e) {
        return holder(
                e,
                true,
                "Your eligibility was extended",
                "%s gave you more time.".formatted(scene(e).person(e.extendedBy())),
                Stream.concat(
                        Stream.of(Scene.until(e.end())), Scene.given("Reason", e.justification())));
    }

    private Telling removed(EligibilityRemoved e) {
        return holder(
                e,
                false,
                "You are no longer eligible",
                "%s took your eligibility away.".formatted(scene(e).person(e.removedBy())),
                Scene.given("Reason", e.reason()));
    }

    private Telling ending(EligibilityEnding e) {
        return holder(
                e,
                true,
                "Your eligibility ends within " + Scene.span(e.before()),
                "Ask for more time now if you still need it.",
                Stream.of(new Fact("Ends", Scene.time(e.end()))));
    }

    private Telling denied(EligibilityExtensionDenied e) {
        return holder(
                e,
                true,
                "Your eligibility was not extended",
                "%s denied more time.".formatted(scene(e).person(e.deniedBy())),
                Scene.given("Reason", e.reason()));
    }

    private Telling canceled(EligibilityExtensionCanceled e) {
        return holder(
                e,
                false,
                "Your request for more time was canceled",
                "%s canceled it.".formatted(scene(e).person(e.canceledBy())),
                Scene.given("Reason", e.reason()));
    }

    private Telling wanted(EligibilityExtensionRequested e) {
        Scene scene = scene(e);
        String person = scene.person(e.key().principal());
        Stream<Fact> facts =
                Stream.of(
                                Stream.of(
                                        new Fact("Who", person),
                                        new Fact("What", scene.access(e.key())),
                                        Scene.until(e.end())),
                                Scene.given("Justification", e.justification()),
                                Scene.ticket(e.ticket()))
                        .flatMap(f -> f);
        return new Telling(
                Rule.DECIDER_OF_ELIGIBILITY,
                true,
                scene.admins(),
                new Notice(
                        "%s asks for more time: %s".formatted(person, scene.group()),
                        "%s asks for a longer eligibility; an admin decides.".formatted(person),
                        facts.toList(),
                        "Decide",
                        Paths.eligibilityRequest(e.requestId())));
    }

    private Telling holder(
            OfEligibility e, boolean urgent, String what, String lead, Stream<Fact> facts) {
        Scene scene = scene(e);
        Stream<Fact> access = Stream.of(new Fact("What", scene.access(e.key())));
        return new Telling(
                Rule.HOLDER_OF_ELIGIBILITY,
                urgent,
                List.of(e.key().principal()),
                new Notice(
                        what + ": " + scene.group(),
                        lead,
                        Stream.concat(access, facts).toList(),
                        "Look at it",
                        Paths.eligibility(e.key(), e.eligibilityId())));
    }

    private Scene scene(EligibilityEvent event) {
        return Scene.of(known, event.key());
    }
}
