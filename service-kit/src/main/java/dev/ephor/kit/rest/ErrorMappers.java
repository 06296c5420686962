package dev.ephor.kit.rest;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.ephor.kit.journal.Outage;
import dev.ephor.kit.journal.VersionConflict;
import dev.ephor.kit.time.Ids;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error that can leave a service, as an {@link ApiError}. */
class ErrorMappers {
    private static final Logger LOG = Logger.getLogger(ErrorMappers.class);

    private final ErrorResponses responses;
    private final Ids ids;

    ErrorMappers(ErrorResponses responses, Ids ids) {
        this.responses = responses;
        this.ids = ids;
    }

    @ServerExceptionMapper
    Response apiError(ApiError error) {
        return responses.of(error);
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    Response unauthenticated(Exception error) {
        boolean bad = error instanceof AuthenticationFailedException;
        return responses.of(
                new ApiError(
                                401,
                                "InvalidAuthenticationToken",
                                bad
                                        ? "The access token is not valid: wrong issuer, audience or signature, or expired. Get a new one."
                                        : "An access token is missing: send Authorization: Bearer <token>.")
                        .header(
                                "WWW-Authenticate",
                                bad ? "Bearer error=\"invalid_token\"" : "Bearer"));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException error) {
        return responses.of(
                new ApiError(
                        403,
                        "Authorization_RequestDenied",
                        "Insufficient privileges to complete the operation."));
    }

    @ServerExceptionMapper
    Response malformed(JsonParseException error) {
        return responses.of(
                ApiError.badRequest(
                        "The body is not JSON: line %d, column %d."
                                .formatted(
                                        error.getLocation().getLineNr(),
                                        error.getLocation().getColumnNr())));
    }

    @ServerExceptionMapper({MismatchedInputException.class, JsonMappingException.class})
    Response mismatched(JsonMappingException error) {
        String member =
                error.getPath().stream().map(ErrorMappers::step).collect(Collectors.joining("."));
        String what =
                error instanceof UnrecognizedPropertyException
                        ? "The body has an unknown member '%s'."
                        : "The member '%s' has the wrong type or form.";
        return responses.of(ApiError.badRequest(what.formatted(member)));
    }

    @ServerExceptionMapper
    Response http(WebApplicationException error) {
        if (error.getCause() instanceof JsonParseException json) {
            return malformed(json);
        }
        if (error.getCause() instanceof JsonMappingException json) {
            return mismatched(json);
        }
        int status = error.getResponse().getStatus();
        return responses.of(
                switch (status) {
                    case 404 ->
                            new ApiError(
                                    404, "ResourceNotFound", "There is nothing at this address.");
                    case 405 ->
                            new ApiError(
                                    405,
                                    "MethodNotAllowed",
                                    "This address does not answer to this method.");
                    case 413 ->
                            new ApiError(413, "RequestEntityTooLarge", "The body is too large.");
                    case 415 ->
                            new ApiError(
                                    415,
                                    "UnsupportedMediaType",
                                    "Send Content-Type: application/json.");
                    default -> new ApiError(status, "BadRequest", "The request is not understood.");
                });
    }

    @ServerExceptionMapper
    Response conflict(VersionConflict error) {
        return responses.of(
                new ApiError(
                        409,
                        "Conflict",
                        "Somebody else changed the same thing just now. Read it again and repeat."));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable error) {
        if (Outage.isBehind(error)) {
            return responses.of(
                    new ApiError(
                                    503,
                                    "ServiceUnavailable",
                                    "The database is not available. Try again.")
                            .header("Retry-After", "1"));
        }
        String id = ids.next();
        LOG.errorf(error, "A call failed unexpectedly; its answer carries the id %s", id);
        return responses.of(
                new ApiError(
                        500,
                        "InternalServerError",
                        "Something went wrong here. Tell an operator the id %s.".formatted(id)));
    }

    private static String step(JsonMappingException.Reference reference) {
        return reference.getFieldName() != null
                ? reference.getFieldName()
                : String.valueOf(reference.getIndex());
    }
}
