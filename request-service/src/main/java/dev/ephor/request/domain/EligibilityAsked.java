package dev.ephor.request.domain;

import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.RequestAction;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.EligibilityCommand.Ask;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A wanted eligibility beside the one that is there. */
record EligibilityAsked(Ask ask, Eligible eligible) implements Asked {

    @Override
    public Asking asking() {
        return ask.asking();
    }

    @Override
    public Wish wish() {
        return ask.wish();
    }

    @Override
    public Circumstances circumstances() {
        return ask.circumstances();
    }

    @Override
    public @Nullable AdminRules adminRules() {
        var terms = circumstances().terms();
        return terms == null ? null : terms.eligibility();
    }

    Instant now() {
        return asking().now();
    }

    RequestAction action() {
        return wish().action();
    }

    /** The one that is changed; null: it is about a new one. */
    @Nullable Eligibility changed() {
        return action() == RequestAction.ADMIN_ASSIGN ? null : eligible.live();
    }

    /** What was there before stays as it was; only an update moves the start of what is there. */
    Instant start() {
        Instant wanted = wish().start();
        Eligibility changed = changed();
        if (changed != null) {
            return wanted != null && action() == RequestAction.ADMIN_UPDATE
                    ? wanted
                    : changed.start();
        }
        return wanted == null || wanted.isBefore(now()) ? now() : wanted;
    }

    /** Null: without end. */
    @Nullable Instant end() {
        return switch (wish().span()) {
            case Span.Endless _ -> null;
            case Span.Until(Instant end) -> end;
            case Span.Lasting(Duration duration) -> plus(base(), duration);
            case Span.Usual _ -> plus(later(now(), start()), longest());
        };
    }

    /** From when on a length is counted: the named start, else the end of what goes on. */
    private Instant base() {
        Instant wanted = wish().start();
        Eligibility changed = changed();
        if (changed == null) {
            return start();
        }
        if (wanted != null) {
            return wanted;
        }
        Instant end = changed.end();
        boolean goesOn = action() != RequestAction.ADMIN_UPDATE;
        return goesOn && end != null ? end : changed.start();
    }

    /** Until when the policy lets it be at the most. */
    Instant latestEnd() {
        return plus(later(now(), start()), longest());
    }

    private Duration longest() {
        AdminRules rules = adminRules();
        return rules == null ? Duration.ZERO : rules.maximumDuration();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant plus(Instant from, Duration duration) {
        try {
            return from.plus(duration);
        } catch (DateTimeException | ArithmeticException e) {
            return duration.isNegative() ? Instant.MIN : Instant.MAX;
        }
    }
}
