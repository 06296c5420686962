package dev.ephor.quickstart.entra;

import dev.ephor.quickstart.http.Answer;
import dev.ephor.quickstart.http.Endpoint;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Graph's limits for one app in one tenant, once they are switched on: a bucket of writes, and a
 * bucket of resource units of which each kind of request costs its own number ("Identity and access
 * service limits"). What a bucket does not hold is answered by 429 with Retry-After.
 */
final class Throttle implements Endpoint {
    /**
     * Writes in so much time, and resource units in so much time.
     *
     * @param writes 3,000 in 150 s at Graph
     * @param units 3,500 in 10 s at Graph for the smallest tenants
     */
    record Limits(int writes, Duration writesPer, int units, Duration unitsPer) {}

    private record Buckets(TokenBucket writes, TokenBucket units) {}

    private final AtomicReference<@Nullable Buckets> buckets = new AtomicReference<>();
    private final Endpoint graph;

    Throttle(Endpoint graph) {
        this.graph = graph;
    }

    void limit(Limits limits) {
        buckets.set(
                new Buckets(
                        new TokenBucket(limits.writes(), limits.writesPer()),
                        new TokenBucket(limits.units(), limits.unitsPer())));
    }

    void unlimited() {
        buckets.set(null);
    }

    @Override
    public Answer answer(Request request) {
        Buckets now = buckets.get();
        // The items of a batch are counted, and not the batch.
        if (now == null || request.path().endsWith("/$batch")) {
            return graph.answer(request);
        }
        Duration wait = now.units.take(ResourceUnits.of(request));
        String scarce = "ResourceUnitLimitExceeded";
        if (wait.isZero() && ResourceUnits.isWrite(request)) {
            wait = now.writes.take(1);
            scarce = "WriteLimitExceeded";
        }
        return wait.isZero() ? graph.answer(request) : refused(request, wait, scarce);
    }

    private static Reply refused(Request request, Duration wait, String scarce) {
        long seconds = Math.max(1, Math.ceilDiv(wait.toMillis(), 1000));
        return new GraphErrors()
                .error(429, request)
                .with("Retry-After", String.valueOf(seconds))
                .with("x-ms-throttle-information", scarce);
    }
}
