package dev.ephor.request.domain;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Policy;
import dev.ephor.events.RequestAction;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.Command.Submit;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A wanted window beside what the principal holds already. */
record Request(Submit submit, Held held) implements Asked {
    private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE);

    @Override
    public Asking asking() {
        return submit.asking();
    }

    @Override
    public Wish wish() {
        return submit.wish();
    }

    @Override
    public Circumstances circumstances() {
        return submit.circumstances();
    }

    MembershipKey key() {
        return wish().key();
    }

    @Nullable Policy policy() {
        var terms = circumstances().terms();
        return terms == null ? null : terms.policy();
    }

    @Override
    public @Nullable AdminRules adminRules() {
        var terms = circumstances().terms();
        return terms == null ? null : terms.assignment();
    }

    @Nullable Eligibility eligibility() {
        return circumstances().eligibility();
    }

    /** Whether it goes on from a window that is there. */
    boolean isExtension() {
        return switch (wish().action()) {
            case SELF_EXTEND, ADMIN_EXTEND, ADMIN_UPDATE -> true;
            default -> false;
        };
    }

    /** What it goes on from. */
    Optional<Activation> extended() {
        return isExtension() ? held.latest(key(), asking().now()) : Optional.empty();
    }

    /** Whether it stands and falls with an eligibility; what an admin assigned does not. */
    boolean hangsOnEligibility() {
        return !wish().action().isOfAdmin()
                || extended().filter(a -> a.request().eligibilityId() != null).isPresent();
    }

    /** When the window opens if nobody has to approve it. An extension leaves no gap. */
    Instant start() {
        Optional<Instant> end = extended().flatMap(Activation::end);
        if (end.isPresent()) {
            return end.get();
        }
        Instant wanted = wish().start();
        return wanted == null || wanted.isBefore(asking().now()) ? asking().now() : wanted;
    }

    /** Null: without end. */
    @Nullable Duration duration() {
        return switch (wish().span()) {
            case Span.Usual _ -> usual();
            case Span.Lasting(Duration duration) -> lasting(duration);
            case Span.Until(Instant end) -> Duration.between(start(), end);
            case Span.Endless _ -> null;
        };
    }

    private Duration usual() {
        AdminRules rules = adminRules();
        Policy policy = policy();
        if (policy == null || rules == null) {
            return Duration.ZERO;
        }
        return wish().action().isOfAdmin() ? rules.maximumDuration() : policy.defaultDuration();
    }

    /** An update names the whole window, from its start or from now on. */
    private Duration lasting(Duration duration) {
        if (wish().action() != RequestAction.ADMIN_UPDATE || extended().isEmpty()) {
            return duration;
        }
        Instant from = wish().start() == null ? asking().now() : wish().start();
        return Duration.between(start(), plus(from, duration));
    }

    /** A length to compare with others. */
    Duration length() {
        Duration duration = duration();
        return duration == null ? LONGEST : duration;
    }

    /** When the window closes if it opens at {@link #start}; the end of time where none is. */
    Instant end() {
        return plus(start(), length());
    }

    private static Instant plus(Instant start, Duration duration) {
        try {
            return start.plus(duration);
        } catch (DateTimeException | ArithmeticException e) {
            return duration.isNegative() ? Instant.MIN : ActivationApproved.FOREVER;
        }
    }
}
