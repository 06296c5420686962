package dev.ephor.connector.scim;

import java.util.List;
import java.util.Map;

/** How an application of a test knows its client. */
interface Entrance extends AutoCloseable {

    boolean admits(String authorization);

    /** All but the secret. */
    Map<String, String> settings();

    String secret();

    String credentialSetting();

    default List<String> secrets() {
        return List.of(secret());
    }

    @Override
    default void close() {}

    record ByToken() implements Entrance {

        static final String TOKEN = "app1-token-0123456789";

        @Override
        public boolean admits(String authorization) {
            return authorization.equals("Bearer " + TOKEN);
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("tokenRef", "APP1_TOKEN");
        }

        @Override
        public String secret() {
            return TOKEN;
        }

        @Override
        public String credentialSetting() {
            return "tokenRef";
        }
    }

    record ByPassword() implements Entrance {

        private static final Credential.Basic KNOWN =
                new Credential.Basic("ephor", "pass word: 0123456789");

        @Override
        public boolean admits(String authorization) {
            return authorization.equals("Basic " + KNOWN.encoded());
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("user", KNOWN.user(), "passwordRef", "APP1_PASSWORD");
        }

        @Override
        public String secret() {
            return KNOWN.password();
        }

        @Override
        public String credentialSetting() {
            return "passwordRef";
        }

        @Override
        public List<String> secrets() {
            return List.of(KNOWN.password(), KNOWN.encoded());
        }
    }

    /** By tokens of an authorization server. */
    record ByIssuedToken(TokenIssuer issuer) implements Entrance {

        @Override
        public boolean admits(String authorization) {
            return issuer.issued(authorization);
        }

        @Override
        public Map<String, String> settings() {
            return issuer.settings();
        }

        @Override
        public String secret() {
            return TokenIssuer.SECRET;
        }

        @Override
        public String credentialSetting() {
            return "clientSecretRef";
        }

        @Override
        public List<String> secrets() {
            return List.of(TokenIssuer.SECRET, TokenIssuer.TOKEN_PREFIX);
        }

        @Override
        public void close() {
            issuer.close();
        }
    }
}
