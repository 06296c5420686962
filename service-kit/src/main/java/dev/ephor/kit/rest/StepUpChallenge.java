package dev.ephor.kit.rest;

import dev.ephor.events.Policy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The challenge that tells a client to sign its user in more strongly or more recently: RFC 9470's,
 * and Entra's claims challenge beside it where an authentication context is wanted.
 */
public final class StepUpChallenge {
    private StepUpChallenge() {}

    /**
     * A 401 with what is wanted; the client signs in with it and repeats the call.
     *
     * @return with one {@code WWW-Authenticate}, or two
     */
    public static ApiError error(Policy.StepUp rule, String message) {
        var error =
                new ApiError(401, "InsufficientUserAuthentication", message)
                        .header("WWW-Authenticate", header(rule));
        String context = rule.context();
        return context == null ? error : error.header("WWW-Authenticate", claims(context));
    }

    /** RFC 9470's value of {@code WWW-Authenticate}; {@code max_age} is in seconds. */
    public static String header(Policy.StepUp rule) {
        var maximumAge = rule.maximumAge();
        return "Bearer error=\"insufficient_user_authentication\","
                + " error_description=\"a stronger or more recent sign-in is needed\","
                + " acr_values=\"%s\"".formatted(wanted(rule))
                + (maximumAge == null ? "" : ", max_age=\"%d\"".formatted(maximumAge.toSeconds()));
    }

    private static String wanted(Policy.StepUp rule) {
        return Stream.of(rule.acr(), rule.context())
                .filter(value -> value != null)
                .collect(Collectors.joining(" "));
    }

    /** Entra's: the claims that the next token has to hold, as JSON in Base64. */
    private static String claims(String context) {
        String wanted =
                "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"%s\"}}}"
                        .formatted(context);
        return "Bearer error=\"insufficient_claims\", claims=\"%s\", cc_type=\"authcontext\""
                .formatted(
                        Base64.getEncoder()
                                .encodeToString(wanted.getBytes(StandardCharsets.UTF_8)));
    }
}
