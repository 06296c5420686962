package dev.ephor.kit.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The body of a call, for filters that look at it before the resource reads it. */
@Singleton
public class RequestBody {
    private final int most;

    RequestBody(@ConfigProperty(name = "ephor.http.max-body", defaultValue = "65536") int most) {
        this.most = most;
    }

    /**
     * The body, which can be read again afterwards.
     *
     * @throws ApiError 413 when it is too large
     */
    public byte[] peek(ContainerRequestContext request) {
        try {
            byte[] body = request.getEntityStream().readNBytes(most + 1);
            if (body.length > most) {
                throw tooLarge();
            }
            request.setEntityStream(new ByteArrayInputStream(body));
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void checkLength(long announced) {
        if (announced > most) {
            throw tooLarge();
        }
    }

    private ApiError tooLarge() {
        return new ApiError(
                413,
                "RequestEntityTooLarge",
                "The body is larger than %d bytes: send less.".formatted(most));
    }
}
