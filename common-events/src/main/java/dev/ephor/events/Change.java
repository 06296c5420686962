package dev.ephor.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a directory or target is asked to do about a membership. */
public enum Change {
    GRANT,
    WITHDRAW;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Change of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
