package dev.ephor.connector.scim;

import dev.ephor.connector.ConnectorProvider.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** What an application knows us by; which of them it is, the settings say by being there. */
sealed interface Credential {

    /** A token that somebody made in the application: {@code tokenRef}. */
    record Bearer(String token) implements Credential {
        @Override
        public String toString() {
            return "Bearer[***]";
        }
    }

    /** {@code user} and {@code passwordRef} (RFC 7617). */
    record Basic(String user, String password) implements Credential {

        String encoded() {
            byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(both);
        }

        @Override
        public String toString() {
            return "Basic[%s, ***]".formatted(user);
        }
    }

    /**
     * Tokens that an authorization server issues against {@code clientId} and {@code
     * clientSecretRef} (RFC 6749, section 4.4).
     *
     * @param scope empty to ask for none
     */
    record ClientCredentials(
            String tokenUrl, String clientId, String clientSecret, String scope, SecretIn secretIn)
            implements Credential {
        @Override
        public String toString() {
            return "ClientCredentials[%s, %s, ***]".formatted(tokenUrl, clientId);
        }
    }

    /** Where the client's secret stands in the request of a token (RFC 6749, section 2.3.1). */
    enum SecretIn {
        BASIC,
        POST
    }

    static Credential of(Settings settings) {
        List<String> given =
                Stream.of("tokenRef", "tokenUrl", "user")
                        .filter(key -> settings.optional(key).isPresent())
                        .toList();
        if (given.size() != 1) {
            throw new IllegalArgumentException(
                    "'%s' has %s: give either tokenRef, or user with passwordRef, or tokenUrl with clientId and clientSecretRef"
                            .formatted(
                                    settings.name(),
                                    given.isEmpty()
                                            ? "nothing to be known by"
                                            : String.join(" and ", given)));
        }
        return switch (given.getFirst()) {
            case "tokenRef" -> new Bearer(settings.secret("tokenRef"));
            case "user" -> basic(settings);
            default -> clientCredentials(settings);
        };
    }

    private static Credential basic(Settings settings) {
        String user = settings.required("user");
        if (user.contains(":")) {
            throw new Values(settings).wrong("user", user, "a name without a colon");
        }
        return new Basic(user, settings.secret("passwordRef"));
    }

    private static Credential clientCredentials(Settings settings) {
        boolean said = settings.optional("clientSecretIn").isPresent();
        return new ClientCredentials(
                Address.secure(settings, "tokenUrl"),
                settings.required("clientId"),
                settings.secret("clientSecretRef"),
                settings.optional("scope").orElse(""),
                said
                        ? new Values(settings).oneOf("clientSecretIn", SecretIn.class)
                        : SecretIn.BASIC);
    }

    /** What must never be read. */
    default List<String> secrets() {
        return switch (this) {
            case Bearer bearer -> List.of(bearer.token);
            case Basic basic -> List.of(basic.encoded(), basic.password);
            case ClientCredentials client -> List.of(client.clientSecret);
        };
    }

    /** What a person does when the application does not know us. */
    default String mending() {
        return switch (this) {
            case Bearer _ -> "as the token was refused: renew the secret of tokenRef";
            case Basic _ -> "as it does not know us: mend user or the secret of passwordRef";
            case ClientCredentials _ ->
                    "as it refused a token that tokenUrl has just issued: mend scope, or have the"
                            + " application trust that issuer and clientId";
        };
    }

    /** Whose rights are meant. */
    default String owner() {
        return switch (this) {
            case Bearer _ -> "the owner of tokenRef";
            case Basic basic -> "user " + basic.user;
            case ClientCredentials client -> "clientId " + client.clientId;
        };
    }
}
