package dev.ephor.audit.sealing;

import dev.ephor.events.MembershipKey;
import dev.ephor.events.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Whom and what a record is about, as its key says: a membership, or a thing of the catalogue.
 * Parts that it does not name are absent.
 */
public record Subject(
        @Nullable String tenant,
        @Nullable String group,
        @Nullable String principal,
        @Nullable String access) {
    private static final Subject NOBODY = new Subject(null, null, null, null);

    public static Subject of(Leaf leaf) {
        String key = Attributes.searchable(leaf.keyText());
        if (key == null) {
            return NOBODY;
        }
        if (leaf.topic().equals(Topics.CATALOG.name())) {
            return catalogue(key);
        }
        boolean ofATarget =
                leaf.topic().equals(Topics.PROVISIONING.name()) && key.startsWith("target/");
        Subject membership = membership(key);
        return membership == NOBODY && ofATarget ? catalogue(key) : membership;
    }

    private static Subject membership(String text) {
        try {
            MembershipKey key = MembershipKey.parse(text);
            return new Subject(key.tenant(), key.group(), key.principal(), key.access().wire());
        } catch (IllegalArgumentException e) {
            return NOBODY;
        }
    }

    /** Keys such as {@code group/tenant/id}; see {@code CatalogEvent}, and {@code TargetEvent}. */
    private static Subject catalogue(String key) {
        String[] parts = key.split("/", -1);
        if (parts.length < 3) {
            return NOBODY;
        }
        return switch (parts[0]) {
            case "group" -> new Subject(parts[1], parts[2], null, null);
            case "policy" ->
                    new Subject(parts[1], parts[2], null, parts.length > 3 ? parts[3] : null);
            case "principal" -> new Subject(parts[1], null, parts[2], null);
            default -> new Subject(parts[1], null, null, null);
        };
    }
}
