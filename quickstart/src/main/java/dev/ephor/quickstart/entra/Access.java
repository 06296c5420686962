package dev.ephor.quickstart.entra;

import java.util.Locale;

/** What a principal may be to a group; Graph's `accessId`. */
public enum Access {
    MEMBER,
    OWNER;

    /** The name of the navigation property: `members` or `owners`. */
    String property() {
        return name().toLowerCase(Locale.ROOT) + "s";
    }
}
