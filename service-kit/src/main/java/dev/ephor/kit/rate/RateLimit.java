package dev.ephor.kit.rate;

import dev.ephor.kit.rate.Allowances.Rest;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Caller;
import io.github.bucket4j.TimeMeter;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Lets every caller call so often a minute, all at once if they like; who calls more often is told
 * when to come again. Each instance counts by itself. Headers as
 * draft-ietf-httpapi-ratelimit-headers has them since version 8.
 */
class RateLimit {
    private static final String REST = "ephor.rate.rest";

    private final long perMinute;
    private final Allowances allowances;
    private final Uncounted uncounted;
    private final Caller caller;

    RateLimit(
            @ConfigProperty(name = "ephor.http.rate.requests-per-minute", defaultValue = "6000")
                    long perMinute,
            Uncounted uncounted,
            Caller caller) {
        this.perMinute = perMinute;
        this.allowances = new Allowances(perMinute, TimeMeter.SYSTEM_NANOTIME);
        this.uncounted = uncounted;
        this.caller = caller;
    }

    /** Before anything else that costs something. */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void count(ContainerRequestContext request) {
        Optional<String> name = caller.name();
        if (name.isEmpty() || uncounted.holds(request)) {
            return;
        }
        Rest rest = allowances.take(name.get());
        request.setProperty(REST, rest);
        if (!rest.isEnough()) {
            throw new ApiError(
                            429,
                            "TooManyRequests",
                            "More than %d calls in a minute: wait as long as Retry-After says."
                                    .formatted(perMinute))
                    .header("Retry-After", String.valueOf(seconds(rest.delay())));
        }
    }

    @ServerResponseFilter
    void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(REST) instanceof Rest rest) {
            response.getHeaders()
                    .putSingle("RateLimit-Policy", "\"permin\";q=%d;w=60".formatted(perMinute));
            response.getHeaders()
                    .putSingle(
                            "RateLimit",
                            "\"permin\";r=%d;t=%d".formatted(rest.left(), seconds(rest.delay())));
        }
    }

    /** Rounded up, so that whoever waits as long does not come too early. */
    private static long seconds(Duration delay) {
        return delay.plusMillis(999).toSeconds();
    }
}
