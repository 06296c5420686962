package dev.ephor.quickstart.entra;

import java.util.Locale;

/** What a principal may be to a group; Graph's `accessId`. */
public enum Access {
    MEMBER,
    OWNER;

    /** Graph's word for it: `member` or `owner`. */
    String accessId() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the navigation property: `members` or `owners`. */
    String property() {
        return accessId() + "s";
    }
}
