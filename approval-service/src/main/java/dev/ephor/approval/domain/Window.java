package dev.ephor.approval.domain;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.Tenure;
import dev.ephor.events.Policy;
import dev.ephor.events.Policy.WindowClock;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From when until when an approved activation gives the membership.
 *
 * @param tenure what else bounds it; null: nothing unusual
 */
record Window(Instant start, Instant end, @Nullable Tenure tenure) {

    /**
     * The window of a request that is approved at an instant: counted as the policy's clock says,
     * never from the past, cut at the eligibility's end. Empty when nothing of it is left.
     *
     * @param shortest what approvers shortened it to; null: nobody did
     */
    static Optional<Window> of(
            ActivationRequested request, @Nullable Duration shortest, Instant approvedAt) {
        Instant counted = countedFrom(request, approvedAt);
        Instant start = later(counted, approvedAt);
        Duration length = length(request, shortest);
        Instant end = length == null ? ActivationApproved.FOREVER : counted.plus(length);
        Instant until = request.eligibleUntil();
        Instant cut = until != null && until.isBefore(end) ? until : end;
        return start.isBefore(cut)
                ? Optional.of(new Window(start, cut, tenure(request, length)))
                : Optional.empty();
    }

    /** From when on nothing would be left of the window, whenever it is approved; empty: never. */
    static Optional<Instant> lastChance(ActivationRequested request, @Nullable Duration shortest) {
        Duration length = length(request, shortest);
        Stream<Instant> byClock =
                request.policy().clock() == WindowClock.REQUEST && length != null
                        ? Stream.of(countedFrom(request, Instant.MAX).plus(length))
                        : Stream.empty();
        return Stream.concat(byClock, Stream.ofNullable(request.eligibleUntil()))
                .min(Instant::compareTo);
    }

    private static Instant countedFrom(ActivationRequested request, Instant approvedAt) {
        Instant wanted = request.start();
        if (request.policy().clock() == WindowClock.REQUEST) {
            return wanted == null ? request.requestedAt() : wanted;
        }
        return wanted == null ? approvedAt : later(wanted, approvedAt);
    }

    private static @Nullable Duration length(
            ActivationRequested request, @Nullable Duration shortest) {
        return Stream.concat(Stream.ofNullable(request.duration()), Stream.ofNullable(shortest))
                .min(Duration::compareTo)
                .orElse(null);
    }

    private static @Nullable Tenure tenure(ActivationRequested request, @Nullable Duration length) {
        Policy policy = request.policy();
        Duration fromConfirmation = policy.clock() == WindowClock.CONFIRMATION ? length : null;
        if (fromConfirmation == null && !policy.outlivesEligibility()) {
            return null;
        }
        Instant latestEnd = fromConfirmation == null ? null : request.eligibleUntil();
        return new Tenure(policy.outlivesEligibility(), fromConfirmation, latestEnd);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
