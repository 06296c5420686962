package dev.ephor.connector;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request that a connector made of the other side, and what came back of it: what proves to a
 * person that a target did not do what it was told. {@link Exchanges} takes note of it, cut to a
 * bounded length and without what looks like a secret; headers are never part of it.
 *
 * @param operation what was asked, such as {@code PATCH} or {@code modify}
 * @param address of whom or what, such as {@code https://app.example.com/Groups/7}
 * @param sent the text of the request; empty where it had none
 * @param status the number that answers it: of HTTP (RFC 9110, section 15), or LDAP's result code
 *     (RFC 4511, section 4.1.9); null where no answer came
 * @param received the text of the answer; where none came, why in one line
 * @param took from the beginning of the request to the end of the answer
 */
public record Exchange(
        String operation,
        String address,
        String sent,
        @Nullable Integer status,
        String received,
        Duration took) {

    private static final String LEFT_OUT = "left out";

    /** Stands for some of a call that are not kept; {@code took} is their sum. */
    static Exchange leftOut(int count, Duration took) {
        return new Exchange(
                LEFT_OUT, "", "", null, "%d exchanges are not kept".formatted(count), took);
    }

    /** Whether it only says that others are not kept. */
    public boolean isLeftOut() {
        return operation.equals(LEFT_OUT);
    }

    public Exchange {
        Objects.requireNonNull(operation);
        Objects.requireNonNull(address);
        Objects.requireNonNull(sent);
        Objects.requireNonNull(received);
        Objects.requireNonNull(took);
    }
}
