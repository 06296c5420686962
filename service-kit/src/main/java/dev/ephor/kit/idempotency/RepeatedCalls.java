package dev.ephor.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ephor.kit.idempotency.Claim.Call;
import dev.ephor.kit.idempotency.Claim.Granted;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Caller;
import dev.ephor.kit.rest.RequestBody;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Carries a POST out once for each {@code Idempotency-Key} of a caller and path. An instance that
 * is killed leaves calls without an answer; when it is back, or after {@link Claims#LONGEST_CALL},
 * their repetitions are carried out. What is {@link Once} had done nothing then; of the rest the
 * domain's own rules say what comes of it.
 */
class RepeatedCalls {
    private static final Logger LOG = Logger.getLogger(RepeatedCalls.class);

    private final Instance<Claims> claims;
    private final Caller caller;
    private final RequestBody body;
    private final Repetition repetition;
    private final Answers answers;

    /**
     * @param claims none in a service without a database, where every call is carried out
     */
    RepeatedCalls(
            Instance<Claims> claims,
            Caller caller,
            RequestBody body,
            Repetition repetition,
            Answers answers) {
        this.claims = claims;
        this.caller = caller;
        this.body = body;
        this.repetition = repetition;
        this.answers = answers;
    }

    /** Answers a repetition; null lets the first call through. */
    @ServerRequestFilter
    @Nullable Response before(ContainerRequestContext request) throws SQLException {
        String header = request.getHeaderString(IdempotencyKey.HEADER);
        if (header == null
                || !request.getMethod().equals(HttpMethod.POST)
                || claims.isUnsatisfied()) {
            return null;
        }
        Optional<String> name = caller.name();
        if (name.isEmpty()) {
            return null;
        }
        var call =
                new Call(
                        name.get(),
                        "POST " + request.getUriInfo().getPath(),
                        IdempotencyKey.parse(header),
                        Fingerprint.of(body.peek(request)));
        return switch (claims.get().claim(call)) {
            case Granted granted -> {
                repetition.granted(granted);
                yield null;
            }
            case Claim.Answered(Answer answer) -> answer.again();
            case Claim.Running _ -> throw running();
            case Claim.Reused _ -> throw reused();
        };
    }

    /**
     * Keeps the answer, unless that is done already. A failure leaves the answer to the caller, and
     * the key without one.
     */
    @ServerResponseFilter
    void after(ContainerResponseContext response) {
        Granted claim = repetition.unkept();
        if (claim == null) {
            return;
        }
        try {
            if (Answer.isLasting(response.getStatus())) {
                claims.get().keep(claim, answers.of(response));
            } else {
                claims.get().release(claim);
            }
        } catch (SQLException | JsonProcessingException e) {
            LOG.warnf("The answer to a call with an Idempotency-Key is not kept: %s", e);
        }
    }

    static ApiError running() {
        return new ApiError(
                        409,
                        "Conflict",
                        "The first call with this Idempotency-Key is still being carried out: ask again for its answer.")
                .header("Retry-After", "1");
    }

    private static ApiError reused() {
        return new ApiError(
                422,
                "IdempotencyKeyReused",
                "This Idempotency-Key was sent with another body: send a new key for a new request.");
    }
}
