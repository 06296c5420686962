package dev.ephor.request.domain;

import dev.ephor.events.Policy;
import dev.ephor.events.Policy.WindowClock;
import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A wanted window is requested or refused. */
final class Submitting {
    private Submitting() {}

    static RequestEvent decide(Request request) {
        Analysis analysis = Analysis.of(Rules.of(request.wish().action()), request);
        return analysis.accepts() ? requested(request) : refused(request, analysis);
    }

    private static ActivationRequested requested(Request request) {
        var asking = request.asking();
        Eligibility eligibility = request.hangsOnEligibility() ? request.eligibility() : null;
        List<Conflict> exceptions = Conflict.of(request);
        return new ActivationRequested(
                request.key(),
                asking.id(),
                request.wish().action(),
                asking.by(),
                eligibility == null ? null : eligibility.id(),
                request.extended().map(Activation::id).orElse(null),
                asking.assurance(),
                request.wish().justification(),
                request.wish().ticket(),
                asking.now(),
                later(request),
                cut(request, exceptions),
                eligibility == null ? null : eligibility.end(),
                snapshot(request, exceptions));
    }

    /** A start that has passed means: as soon as approved. */
    private static @Nullable Instant later(Request request) {
        return request.start().isAfter(request.asking().now()) ? request.start() : null;
    }

    /** An exception carries an end. */
    private static @Nullable Duration cut(Request request, List<Conflict> exceptions) {
        if (exceptions.isEmpty()) {
            return request.duration();
        }
        Duration longest = Objects.requireNonNull(request.adminRules()).maximumDuration();
        return Stream.concat(
                        Stream.of(request.length(), longest),
                        exceptions.stream().flatMap(e -> Stream.ofNullable(e.longest())))
                .min(Duration::compareTo)
                .orElseThrow();
    }

    /**
     * The policy as it is decided under: an admin's assignment asks nobody, nor does an extension
     * where the policy says so; an exception is asked for before all else.
     */
    private static Policy snapshot(Request request, List<Conflict> exceptions) {
        // The rules have seen that there is one.
        Policy policy = Objects.requireNonNull(request.policy());
        var stages = new ArrayList<Policy.Stage>();
        exceptions.stream().map(Conflict::stage).distinct().forEach(stages::add);
        boolean asksNobody =
                request.wish().action().isOfAdmin()
                        || (request.isExtension() && !policy.approvalForExtension());
        if (!asksNobody) {
            stages.addAll(policy.stages());
        }
        var snapshot = policy.change().stages(stages);
        // It goes on from a certain instant, however long approval takes.
        return request.isExtension()
                ? snapshot.clock(WindowClock.REQUEST).build()
                : snapshot.build();
    }

    private static ActivationRefused refused(Request request, Analysis analysis) {
        var asking = request.asking();
        return new ActivationRefused(
                request.key(),
                asking.id(),
                request.wish().action(),
                asking.by(),
                asking.assurance(),
                request.wish().justification(),
                request.wish().ticket(),
                asking.now(),
                analysis.violated(),
                analysis.broken());
    }
}
