package dev.ephor.request.domain;

import dev.ephor.events.EligibilityEvent;
import dev.ephor.events.EligibilityEvent.EligibilityEnding;
import dev.ephor.events.EligibilityEvent.EligibilityExpired;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionCanceled;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionDenied;
import dev.ephor.kit.decider.Decider;
import dev.ephor.request.domain.EligibilityCommand.Ask;
import dev.ephor.request.domain.EligibilityCommand.Deny;
import dev.ephor.request.domain.EligibilityCommand.Pass;
import dev.ephor.request.domain.EligibilityCommand.Withdraw;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides about one key's eligibility. A dry run is this very decision with its events left unsaid.
 */
public final class EligibilityDecider
        implements Decider<EligibilityCommand, Eligible, EligibilityEvent> {

    /**
     * For an {@link Ask} what happens, or one refusal; for the others nothing where there is
     * nothing that the caller may decide.
     */
    @Override
    public List<EligibilityEvent> decide(EligibilityCommand command, Eligible eligible) {
        return switch (command) {
            case Ask ask -> AskingEligibility.decide(new EligibilityAsked(ask, eligible));
            case Deny deny -> decide(deny, eligible);
            case Withdraw withdraw -> decide(withdraw, eligible);
            case Pass pass -> decide(pass, eligible);
        };
    }

    @Override
    public Eligible evolve(Eligible eligible, EligibilityEvent event) {
        return eligible.after(event);
    }

    /** Nobody decides about their own. */
    public static boolean mayDecide(Command.Asking asking, Circumstances circumstances, String of) {
        return circumstances.administeredBy(asking) && !asking.by().equals(of);
    }

    private static List<EligibilityEvent> decide(Deny deny, Eligible eligible) {
        var asking = deny.asking();
        if (!isPending(eligible, deny.requestId())
                || !mayDecide(asking, deny.circumstances(), deny.key().principal())) {
            return List.of();
        }
        var pending = Objects.requireNonNull(eligible.pending());
        return List.of(
                new EligibilityExtensionDenied(
                        deny.key(),
                        pending.eligibilityId(),
                        pending.id(),
                        asking.by(),
                        deny.reason(),
                        asking.now()));
    }

    private static List<EligibilityEvent> decide(Withdraw withdraw, Eligible eligible) {
        var asking = withdraw.asking();
        boolean theirs = !asking.isApplication() && asking.by().equals(withdraw.key().principal());
        if (!isPending(eligible, withdraw.requestId())
                || !theirs && !withdraw.circumstances().administeredBy(asking)) {
            return List.of();
        }
        var pending = Objects.requireNonNull(eligible.pending());
        return List.of(canceled(pending, asking.by(), null, asking.now()));
    }

    private static boolean isPending(Eligible eligible, String requestId) {
        return eligible.pending() != null && eligible.pending().id().equals(requestId);
    }

    static EligibilityExtensionCanceled canceled(
            EligibilityRequest pending, String by, @Nullable String reason, Instant at) {
        return new EligibilityExtensionCanceled(
                pending.key(), pending.eligibilityId(), pending.id(), by, reason, at);
    }

    private static List<EligibilityEvent> decide(Pass pass, Eligible eligible) {
        var events = new ArrayList<EligibilityEvent>();
        Eligibility live = eligible.live();
        Instant end = live == null ? null : live.end();
        if (live == null || end == null) {
            return events;
        }
        if (!end.isAfter(pass.now())) {
            events.add(new EligibilityExpired(pass.key(), live.id(), end, pass.now()));
            return events;
        }
        Warning said = eligible.warned();
        Warning.latest(end, pass.now())
                .filter(warning -> said == null || warning.compareTo(said) > 0)
                .map(w -> new EligibilityEnding(pass.key(), live.id(), end, w.before(), pass.now()))
                .ifPresent(events::add);
        return events;
    }
}
