package dev.ephor.quickstart.entra;

import dev.ephor.quickstart.http.Answer;
import dev.ephor.quickstart.http.Endpoint;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import dev.ephor.quickstart.http.Router;

/** The token endpoint for everybody, and Graph for who has a token. */
final class FrontDoor implements Endpoint {
    private final Router open = new Router();
    private final BearerTokens tokens;
    private final Endpoint graph;

    FrontDoor(TokenEndpoint tokenEndpoint, BearerTokens tokens, Endpoint graph) {
        this.tokens = tokens;
        this.graph = graph;
        open.on(
                "POST",
                "/{tenant}/oauth2/v2.0/token",
                (request, p) -> tokenEndpoint.answer(request, p.of("tenant")));
    }

    @Override
    public Answer answer(Request request) {
        return open.route(request).orElseGet(() -> authenticated(request));
    }

    private Answer authenticated(Request request) {
        String token = request.bearerToken();
        return tokens.valid(token)
                ? graph.answer(request)
                : unauthenticated(request, token == null);
    }

    private static Reply unauthenticated(Request request, boolean absent) {
        String message = absent ? "Access token is empty." : "Access token validation failure.";
        return GraphErrors.of(request, 401, "InvalidAuthenticationToken", message)
                .with("WWW-Authenticate", "Bearer realm=\"\", error=\"invalid_token\"");
    }
}
