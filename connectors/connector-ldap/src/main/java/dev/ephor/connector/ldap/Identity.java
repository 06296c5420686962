package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import dev.ephor.connector.Membership.Group;
import dev.ephor.connector.Membership.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an entry is known by.
 *
 * @param attribute of the entry
 * @param from which of Ephor's words for it the attribute is compared with
 */
record Identity(String attribute, String from) {

    private static final String GUID = "objectGUID";

    /** Finds the entry; the SDK escapes whatever the key holds. Empty: no entry can have it. */
    Optional<Filter> filter(String key) {
        return isGuid()
                ? Guid.octets(key).map(octets -> Filter.createEqualityFilter(attribute, octets))
                : Optional.of(Filter.createEqualityFilter(attribute, key));
    }

    /** What the principal is looked for by; null where Ephor does not know it. */
    @Nullable String keyOf(Principal principal) {
        return switch (from) {
            case "userName" -> principal.userName();
            case "mail" -> principal.mail();
            default -> principal.id();
        };
    }

    String keyOf(Group group) {
        return from.equals("displayName") ? group.displayName() : group.id();
    }

    /** Whether the entry is the one of that key; attributes like these ignore case. */
    boolean isOf(String key, Entry entry) {
        return keys(entry).anyMatch(key::equalsIgnoreCase);
    }

    /** What Ephor knows an entry by; empty where it lacks the attribute. */
    Optional<String> keyOf(Entry entry) {
        return keys(entry).findFirst().map(key -> key.toLowerCase(Locale.ROOT));
    }

    private Stream<String> keys(Entry entry) {
        if (isGuid()) {
            byte[] octets = entry.getAttributeValueBytes(attribute);
            return octets == null ? Stream.empty() : Guid.text(octets).stream();
        }
        String[] values = entry.getAttributeValues(attribute);
        return values == null ? Stream.empty() : Arrays.stream(values);
    }

    private boolean isGuid() {
        return attribute.equalsIgnoreCase(GUID);
    }

    /** Whether Ephor's id of an entry can be read off it. */
    boolean tellsIds() {
        return from.equals("id");
    }

    List<String> attributes() {
        return List.of(attribute);
    }
}
