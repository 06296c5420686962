package dev.ephor.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a request asks for (Graph: scheduleRequestActions). */
public enum RequestAction {
    ADMIN_ASSIGN("adminAssign"),
    ADMIN_UPDATE("adminUpdate"),
    ADMIN_REMOVE("adminRemove"),
    ADMIN_EXTEND("adminExtend"),
    ADMIN_RENEW("adminRenew"),
    SELF_ACTIVATE("selfActivate"),
    SELF_DEACTIVATE("selfDeactivate"),
    SELF_EXTEND("selfExtend"),
    SELF_RENEW("selfRenew");

    private final String wire;

    RequestAction(String wire) {
        this.wire = wire;
    }

    /** As Graph writes it: camelCase. */
    @JsonValue
    public String wire() {
        return wire;
    }

    /** Whether an admin asks, rather than the principal. */
    public boolean isOfAdmin() {
        return wire.startsWith("admin");
    }

    /**
     * Reads it in any case.
     *
     * @throws IllegalArgumentException for what is no action
     */
    @JsonCreator
    public static RequestAction of(String text) {
        for (RequestAction action : values()) {
            if (action.wire.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))) {
                return action;
            }
        }
        throw new IllegalArgumentException("'%s' is no action of a request".formatted(text));
    }
}
