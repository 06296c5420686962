package dev.ephor.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a {@link Scope} is drawn around. Written in lower case, read in any case. */
public enum ScopeKind {
    ACTIVATION,
    MEMBERSHIP,
    PRINCIPAL,
    GROUP,
    TARGET,
    TENANT;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException when the text is none of them, in any case
     */
    @JsonCreator
    public static ScopeKind of(String text) {
        for (ScopeKind kind : values()) {
            if (kind.wire().equals(text.toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "'"
                        + text
                        + "' is none of activation, membership, principal, group, target, tenant");
    }
}
