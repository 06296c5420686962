package dev.ephor.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is held of a group (Graph's {@code accessId}). Written in lower case, read in any case. */
public enum Access {
    MEMBER,
    OWNER;

    /** The wire form: {@code member} or {@code owner}. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException when the text is neither, in any case
     */
    @JsonCreator
    public static Access of(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "member" -> MEMBER;
            case "owner" -> OWNER;
            default ->
                    throw new IllegalArgumentException(
                            "'" + text + "' is neither member nor owner");
        };
    }
}
