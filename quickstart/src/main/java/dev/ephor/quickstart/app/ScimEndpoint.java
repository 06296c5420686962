package dev.ephor.quickstart.app;

import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.response.ErrorResponse;
import de.captaingoldfish.scim.sdk.common.response.ScimResponse;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import de.captaingoldfish.scim.sdk.server.endpoints.authorize.Authorization;
import dev.ephor.quickstart.http.Answer;
import dev.ephor.quickstart.http.Endpoint;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets who is admitted speak with the SCIM library, under `/scim/v2`. */
record ScimEndpoint(ResourceEndpoint library, Predicate<String> admits) implements Endpoint {
    private static final Logger LOG = Logger.getLogger(ScimEndpoint.class.getName());

    /** Whoever comes so far was admitted; the library need not ask again, nor log that it does. */
    private static final Authorization CLIENT = new KnownClient();

    static final String MEDIA_TYPE = "application/scim+json";
    static final String ROOT = "/scim/v2";

    @Override
    public Answer answer(Request request) {
        if (!admits.test(Objects.requireNonNullElse(request.header("Authorization"), ""))) {
            return ScimErrors.of(401, "A valid authorization is required.")
                    .with("WWW-Authenticate", "Bearer realm=\"App1\"");
        }
        if (!request.path().startsWith(ROOT + "/")) {
            return ScimErrors.of(404, "Nothing is found at '" + request.path() + "'.");
        }
        if (Arrays.stream(HttpMethod.values())
                .noneMatch(known -> known.name().equals(request.method()))) {
            return ScimErrors.of(405, "The method " + request.method() + " is not known here.");
        }
        return reply(ask(request));
    }

    /** What the library keeps from its clients. */
    private static void log(ScimResponse response) {
        if (response instanceof ErrorResponse error && error.getStatus() >= 500) {
            LOG.log(Level.SEVERE, "The SCIM library failed", error.getScimException());
        }
    }

    private ScimResponse ask(Request request) {
        Map<String, String> headers = new HashMap<>(request.headers());
        // The library looks for this name in this case; without a type, a body is taken for SCIM.
        headers.put("Content-Type", headers.getOrDefault("content-type", MEDIA_TYPE));
        return library.handleRequest(
                "http://" + request.header("Host") + request.target(),
                HttpMethod.valueOf(request.method()),
                request.text(),
                headers,
                new Context(CLIENT));
    }

    private static Reply reply(ScimResponse response) {
        String body = response.isEmpty() ? "" : response.toString();
        log(response);
        int status = response.getHttpStatus();
        Map<String, String> headers = new HashMap<>(response.getHttpHeaders());
        headers.put("Content-Type", MEDIA_TYPE);
        return new Reply(
                status,
                headers,
                status == 204 ? new byte[0] : body.getBytes(StandardCharsets.UTF_8));
    }
}
