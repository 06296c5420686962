package dev.ephor.request.application;

import java.security.PublicKey;
import java.util.List;
import java.util.Set;

/**
 * Somebody whose signals are believed.
 *
 * @param keys of which one has to have signed; several while they are changed
 * @param types of signals, such as {@code revoke-access}; empty: all
 * @param tenants for which it may speak; {@code *}: all
 * @param unsigned whether the broker says well enough who it is
 */
public record Producer(
        String name,
        String source,
        List<PublicKey> keys,
        Set<String> types,
        Set<String> tenants,
        boolean unsigned) {
    public Producer {
        keys = List.copyOf(keys);
        types = Set.copyOf(types);
        tenants = Set.copyOf(tenants);
    }

    public boolean maySay(String type, String tenant) {
        return (types.isEmpty() || types.contains(type))
                && (tenants.contains("*") || tenants.contains(tenant));
    }
}
