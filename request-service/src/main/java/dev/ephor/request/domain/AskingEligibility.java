package dev.ephor.request.domain;

import dev.ephor.events.EligibilityEvent;
import dev.ephor.events.EligibilityEvent.EligibilityAssigned;
import dev.ephor.events.EligibilityEvent.EligibilityExtended;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionRequested;
import dev.ephor.events.EligibilityEvent.EligibilityRefused;
import dev.ephor.events.EligibilityEvent.EligibilityRemoved;
import dev.ephor.events.EligibilityEvent.EligibilityUpdated;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What comes of asking for an eligibility. */
final class AskingEligibility {
    private AskingEligibility() {}

    static List<EligibilityEvent> decide(EligibilityAsked asked) {
        Analysis analysis = Analysis.of(EligibilityRules.of(asked.action()), asked);
        if (!analysis.accepts()) {
            return List.of(refused(asked, analysis));
        }
        return switch (asked.action()) {
            case ADMIN_ASSIGN -> List.of(assigned(asked));
            case ADMIN_UPDATE -> List.of(updated(asked));
            // What ended goes on as another one: what is over stays over.
            case ADMIN_EXTEND, ADMIN_RENEW ->
                    List.of(asked.changed() == null ? assigned(asked) : extended(asked));
            case ADMIN_REMOVE -> removed(asked);
            case SELF_EXTEND, SELF_RENEW -> List.of(requested(asked));
            case SELF_ACTIVATE, SELF_DEACTIVATE ->
                    throw new IllegalArgumentException("nothing of eligibility is asked for");
        };
    }

    /** That of the holder where the holder had asked, so that they are told of it. */
    private static String request(EligibilityAsked asked) {
        EligibilityRequest pending = asked.eligible().pending();
        boolean decides =
                switch (asked.action()) {
                    case ADMIN_EXTEND, ADMIN_RENEW -> true;
                    default -> false;
                };
        return pending != null && decides ? pending.id() : asked.asking().id();
    }

    private static EligibilityAssigned assigned(EligibilityAsked asked) {
        return new EligibilityAssigned(
                asked.wish().key(),
                asked.ask().newId(),
                asked.start(),
                asked.end(),
                request(asked),
                asked.asking().by(),
                asked.wish().justification());
    }

    private static EligibilityUpdated updated(EligibilityAsked asked) {
        return new EligibilityUpdated(
                asked.wish().key(),
                live(asked).id(),
                asked.start(),
                asked.end(),
                request(asked),
                asked.asking().by(),
                asked.wish().justification(),
                asked.now());
    }

    private static EligibilityExtended extended(EligibilityAsked asked) {
        return new EligibilityExtended(
                asked.wish().key(),
                live(asked).id(),
                asked.start(),
                asked.end(),
                request(asked),
                asked.asking().by(),
                asked.wish().justification(),
                asked.now());
    }

    private static List<EligibilityEvent> removed(EligibilityAsked asked) {
        var events = new ArrayList<EligibilityEvent>();
        String why = asked.wish().justification();
        events.add(
                new EligibilityRemoved(
                        asked.wish().key(),
                        live(asked).id(),
                        asked.now(),
                        why == null || why.isBlank() ? "Removed by an admin." : why,
                        asked.asking().id(),
                        asked.asking().by()));
        EligibilityRequest pending = asked.eligible().pending();
        if (pending != null) {
            events.add(
                    EligibilityDecider.canceled(
                            pending, Command.EPHOR, "The eligibility was removed.", asked.now()));
        }
        return events;
    }

    private static EligibilityExtensionRequested requested(EligibilityAsked asked) {
        Eligibility live = asked.changed();
        Eligibility about = live == null ? asked.eligible().past() : live;
        return new EligibilityExtensionRequested(
                asked.wish().key(),
                Objects.requireNonNull(about).id(),
                asked.asking().id(),
                asked.action(),
                asked.asking().assurance(),
                live == null ? asked.start() : null,
                asked.end(),
                asked.wish().justification(),
                asked.wish().ticket(),
                asked.now());
    }

    private static EligibilityRefused refused(EligibilityAsked asked, Analysis analysis) {
        return new EligibilityRefused(
                asked.wish().key(),
                asked.asking().id(),
                asked.action(),
                asked.asking().by(),
                asked.asking().assurance(),
                asked.wish().justification(),
                asked.now(),
                analysis.violated(),
                analysis.broken());
    }

    /** The rules have seen that there is one. */
    private static Eligibility live(EligibilityAsked asked) {
        return Objects.requireNonNull(asked.eligible().live());
    }
}
