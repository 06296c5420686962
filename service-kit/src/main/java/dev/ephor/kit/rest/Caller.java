package dev.ephor.kit.rest;

import dev.ephor.events.Assurance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the verified token says (Entra's claims: {@code oid}, {@code tid}, {@code acr},
 * {@code amr}, {@code acrs}, {@code auth_time}).
 */
@RequestScoped
public class Caller {
    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    /** The end of the year 9999. */
    private static final long LATEST = 253_402_300_799L;

    private final JsonWebToken token;
    private final HttpServerRequest request;

    Caller(JsonWebToken token, HttpServerRequest request) {
        this.token = token;
        this.request = request;
    }

    /**
     * The caller's object id.
     *
     * @throws ApiError 403 when the token is of no principal
     */
    public String principal() {
        return required("oid");
    }

    public String tenant() {
        return required("tid");
    }

    /** Tenant and principal as one name; empty where nobody signed in. */
    public Optional<String> name() {
        String tenant = text("tid");
        String principal = text("oid");
        return tenant == null || principal == null
                ? Optional.empty()
                : Optional.of(tenant + "/" + principal);
    }

    /**
     * Whether the token speaks for an application alone (Entra: {@code idtyp} is {@code app}); such
     * a caller cannot decide or activate.
     */
    public boolean isApplication() {
        return "app".equals(text("idtyp"));
    }

    public boolean has(String role) {
        return token.getGroups() != null && token.getGroups().contains(role);
    }

    public Assurance assurance() {
        return new Assurance(text("acr"), texts("amr"), texts("acrs"), instant("auth_time"));
    }

    /** The W3C trace context that came with the call, if it is well formed. */
    public Optional<String> traceparent() {
        return Optional.ofNullable(request.getHeader("traceparent"))
                .filter(t -> TRACEPARENT.matcher(t).matches());
    }

    private String required(String claim) {
        String value = text(claim);
        if (value == null || value.isBlank()) {
            throw new ApiError(
                    403,
                    "Authorization_RequestDenied",
                    "The token has no claim '%s': sign in as a user of the tenant."
                            .formatted(claim));
        }
        return value;
    }

    private @Nullable String text(String claim) {
        return switch (token.<Object>getClaim(claim)) {
            case String s -> s;
            case JsonString s -> s.getString();
            case null, default -> null;
        };
    }

    private List<String> texts(String claim) {
        return switch (token.<Object>getClaim(claim)) {
            case JsonArray array ->
                    array.stream()
                            .filter(JsonString.class::isInstance)
                            .map(v -> ((JsonString) v).getString())
                            .toList();
            case java.util.Collection<?> many -> many.stream().map(Caller::plain).toList();
            case String s -> List.of(s);
            case JsonString s -> List.of(s.getString());
            case null, default -> List.of();
        };
    }

    private static String plain(Object value) {
        return value instanceof JsonString s ? s.getString() : String.valueOf(value);
    }

    private @Nullable Instant instant(String claim) {
        // The library answers 0 for some claims that are absent.
        if (!token.containsClaim(claim)) {
            return null;
        }
        return switch (token.<Object>getClaim(claim)) {
            case JsonNumber n -> instant(n.longValue());
            case Number n -> instant(n.longValue());
            case null, default -> null;
        };
    }

    /** Null for what is no time that anybody signed in at, such as one in milliseconds. */
    private static @Nullable Instant instant(long seconds) {
        return seconds >= 0 && seconds <= LATEST ? Instant.ofEpochSecond(seconds) : null;
    }
}
