package dev.ephor.connector.scim;

import java.util.Optional;

/** What is sent as {@code Authorization} with each request. */
interface Authorization {

    /**
     * The header's value.
     *
     * @throws Refusal where there is none to be had
     */
    String header();

    /**
     * Another value in the place of one that the application has refused; empty where there is no
     * other.
     */
    default Optional<String> insteadOf(String refused) {
        return Optional.empty();
    }
}
