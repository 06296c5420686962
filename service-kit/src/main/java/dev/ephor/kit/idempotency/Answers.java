package dev.ephor.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Makes what can be kept of what a resource returned, and of what is about to be sent. */
@Singleton
class Answers {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param returned by a resource's method; null: nothing
     */
    Answer of(@Nullable Object returned) throws JsonProcessingException {
        return switch (returned) {
            case null -> new Answer(NO_CONTENT, MediaType.APPLICATION_JSON, null, null);
            case RestResponse<?> response ->
                    new Answer(
                            response.getStatus(),
                            MediaType.APPLICATION_JSON,
                            location(response.getHeaders()),
                            text(response.getEntity()));
            default -> new Answer(OK, MediaType.APPLICATION_JSON, null, text(returned));
        };
    }

    Answer of(ContainerResponseContext response) throws JsonProcessingException {
        MediaType type = response.getMediaType();
        return new Answer(
                response.getStatus(),
                type == null ? MediaType.APPLICATION_JSON : type.toString(),
                response.getHeaderString(HttpHeaders.LOCATION),
                text(response.getEntity()));
    }

    private static @Nullable String location(MultivaluedMap<String, Object> headers) {
        Object location = headers.getFirst(HttpHeaders.LOCATION);
        return location == null ? null : location.toString();
    }

    private @Nullable String text(@Nullable Object entity) throws JsonProcessingException {
        return switch (entity) {
            case null -> null;
            case String text -> text;
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            default -> json.writeValueAsString(entity);
        };
    }
}
