package dev.ephor.kit.rest;

import dev.ephor.events.Policy;

/**
 * The challenge that tells a client to sign its user in more strongly or more recently (RFC 9470).
 */
public final class StepUpChallenge {
    private StepUpChallenge() {}

    /**
     * A 401 with the class and the age that are wanted; the client signs in with them and repeats
     * the call.
     */
    public static ApiError error(Policy.StepUp rule, String message) {
        return new ApiError(401, "InsufficientUserAuthentication", message)
                .header("WWW-Authenticate", header(rule));
    }

    /** The value of {@code WWW-Authenticate}; {@code max_age} is in seconds. */
    public static String header(Policy.StepUp rule) {
        return ("Bearer error=\"insufficient_user_authentication\","
                        + " error_description=\"a stronger or more recent sign-in is needed\","
                        + " acr_values=\"%s\", max_age=\"%d\"")
                .formatted(rule.acr(), rule.maximumAge().toSeconds());
    }
}
