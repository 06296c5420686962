package dev.ephor.events;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose access somebody wants to end or to suspend. The kind is always named, so that a member that
 * was forgotten or misspelt never means the whole tenant.
 *
 * @param id of the activation, principal, group or target; of a membership {@code
 *     group/principal/access}; null of a whole tenant
 */
public record Scope(String tenant, ScopeKind kind, @Nullable String id) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    public Scope {
        if (!ID.matcher(tenant).matches()) {
            throw new IllegalArgumentException("tenant '%s' is not an id".formatted(tenant));
        }
        String fault = fault(tenant, kind, id);
        if (fault != null) {
            throw new IllegalArgumentException(fault);
        }
    }

    public static Scope tenant(String tenant) {
        return new Scope(tenant, ScopeKind.TENANT, null);
    }

    public static Scope principal(String tenant, String principal) {
        return new Scope(tenant, ScopeKind.PRINCIPAL, principal);
    }

    public static Scope membership(MembershipKey key) {
        String id = "%s/%s/%s".formatted(key.group(), key.principal(), key.access().wire());
        return new Scope(key.tenant(), ScopeKind.MEMBERSHIP, id);
    }

    /**
     * @throws IllegalArgumentException for an activation: it happens once, and is ended
     */
    public void mustBeSuspendable() {
        if (kind == ScopeKind.ACTIVATION) {
            throw new IllegalArgumentException(
                    "an activation cannot be suspended: revoke it, or suspend its membership");
        }
    }

    private static @Nullable String fault(String tenant, ScopeKind kind, @Nullable String id) {
        if (kind == ScopeKind.TENANT) {
            return id == null ? null : "a scope of kind tenant has no id";
        }
        if (id == null) {
            return "a scope of kind %s needs an id".formatted(kind.wire());
        }
        if (kind == ScopeKind.MEMBERSHIP) {
            MembershipKey.parse(tenant + "/" + id);
            return null;
        }
        return ID.matcher(id).matches() ? null : "%s '%s' is not an id".formatted(kind.wire(), id);
    }

    /** For people and for keys: {@code principal/<tenant>/<id>}, {@code tenant/<tenant>}. */
    @Override
    public String toString() {
        return kind.wire() + "/" + tenant + (id == null ? "" : "/" + id);
    }
}
