package dev.ephor.connector;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A kind of connector; found by {@link java.util.ServiceLoader}, so that no service names one. */
public interface ConnectorProvider {

    /** The word that {@code ephor.yaml} uses for it, such as {@code entra} or {@code scim}. */
    String kind();

    /**
     * Opens a connection; does not call the other side.
     *
     * @throws IllegalArgumentException when a setting is missing or wrong; the message names it and
     *     the way out
     */
    Connector open(Settings settings);

    /**
     * What a directory or target was configured with.
     *
     * @param name the directory's or target's own name, for messages
     * @param values the keys and values of its {@code settings} in {@code ephor.yaml}; never a
     *     secret
     * @param secrets looks a secret up by the name that a {@code *Ref} value gives; null where
     *     there is none
     */
    record Settings(String name, Map<String, String> values, UnaryOperator<String> secrets) {
        /**
         * Who may define a target could otherwise have the database's password sent to it. Letters
         * in any case, because configuration is looked up so.
         */
        private static final Pattern OF_THE_SERVICE =
                Pattern.compile("(?i)(quarkus|kafka|ephor|mp|smallrye|java|postgres|pg)[._-].*");

        /** The value of a key that must be there. */
        public String required(String key) {
            return optional(key)
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            "'%s' has no setting '%s': give it in ephor.yaml under settings"
                                                    .formatted(name, key)));
        }

        /** The value of a key that may be absent or blank. */
        public Optional<String> optional(String key) {
            return Optional.ofNullable(values.get(key)).filter(v -> !v.isBlank());
        }

        /**
         * A length of time in ISO 8601, such as {@code PT10S}; greater than zero.
         *
         * @param otherwise what an absent key means
         */
        public Duration duration(String key, Duration otherwise) {
            return optional(key).map(text -> duration(key, text)).orElse(otherwise);
        }

        /**
         * A whole number greater than zero.
         *
         * @param otherwise what an absent key means
         */
        public int number(String key, int otherwise) {
            return optional(key).map(text -> number(key, text)).orElse(otherwise);
        }

        private int number(String key, String text) {
            if (text.matches("0*[1-9]\\d{0,8}")) {
                return Integer.parseInt(text);
            }
            throw new IllegalArgumentException(
                    "'%s' has %s '%s': give a whole number greater than zero"
                            .formatted(name, key, text));
        }

        private Duration duration(String key, String text) {
            try {
                Duration duration = Duration.parse(text);
                if (duration.isPositive()) {
                    return duration;
                }
            } catch (DateTimeParseException e) {
                // Said below, as for a length that is not positive.
            }
            throw new IllegalArgumentException(
                    "'%s' has %s '%s', which is no length of time: write it like PT10S"
                            .formatted(name, key, text));
        }

        /**
         * The secret that {@code key} refers to: the value of the key is a name such as {@code
         * APP1_TOKEN}, which the service resolves from its own configuration.
         */
        public String secret(String key) {
            String reference = required(key);
            if (OF_THE_SERVICE.matcher(reference).matches()) {
                throw new IllegalArgumentException(
                        "'%s' refers to '%s', which is a setting of the service itself and never sent to anybody: give the secret a name of its own, such as APP1_TOKEN"
                                .formatted(name, reference));
            }
            String secret = secrets.apply(reference);
            if (secret == null || secret.isBlank()) {
                throw new IllegalArgumentException(
                        "'%s' refers to the secret '%s', which this service's configuration does not hold: set the environment variable %s"
                                .formatted(name, reference, reference));
            }
            return secret;
        }
    }
}
