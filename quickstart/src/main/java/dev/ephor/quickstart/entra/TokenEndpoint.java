package dev.ephor.quickstart.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.http.Json;
import dev.ephor.quickstart.http.QueryString;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/**
 * `POST /{tenant}/oauth2/v2.0/token` for client credentials; parameters that it does not know are
 * ignored.
 */
record TokenEndpoint(Registration registration, BearerTokens tokens) {
    private static final String SCOPE_SUFFIX = "/.default";

    Reply answer(Request request, String tenant) {
        Map<String, String> form = QueryString.parse(request.text());
        if (!tenant.equalsIgnoreCase(registration.tenantId())) {
            return error(400, "invalid_request", 90002, "Tenant '" + tenant + "' not found.");
        }
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return error(
                    400,
                    "unsupported_grant_type",
                    70003,
                    "The app requested an unsupported grant type.");
        }
        if (!registration.clientId().equalsIgnoreCase(form.get("client_id"))) {
            return error(
                    400,
                    "unauthorized_client",
                    700016,
                    "The application was not found in the directory.");
        }
        if (!registration.clientSecret().equals(form.get("client_secret"))) {
            return error(401, "invalid_client", 7000215, "Invalid client secret provided.");
        }
        String scopes = form.getOrDefault("scope", "");
        if (Arrays.stream(scopes.split(" ")).noneMatch(scope -> scope.endsWith(SCOPE_SUFFIX))) {
            return error(
                    400, "invalid_scope", 1002012, "The scope must end in " + SCOPE_SUFFIX + ".");
        }
        return issued();
    }

    private Reply issued() {
        ObjectNode json = Json.object();
        json.put("token_type", "Bearer");
        json.put("expires_in", BearerTokens.LIFE.toSeconds());
        json.put("ext_expires_in", BearerTokens.LIFE.toSeconds());
        json.put("access_token", tokens.issue());
        return Reply.json(200, json).with("Cache-Control", "no-store");
    }

    private static Reply error(int status, String error, int code, String description) {
        ObjectNode json = Json.object();
        json.put("error", error);
        json.put("error_description", "AADSTS" + code + ": " + description);
        json.putArray("error_codes").add(code);
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        json.put("timestamp", now.replace('T', ' '));
        json.put("trace_id", UUID.randomUUID().toString());
        json.put("correlation_id", UUID.randomUUID().toString());
        return Reply.json(status, json);
    }
}
