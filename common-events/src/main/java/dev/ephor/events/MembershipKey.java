package dev.ephor.events;

/**
 * Who holds what: the identity of a membership, and the Kafka key of every event about it.
 *
 * <p>Its parts are ids (letters, digits, dot, dash, underscore), so that the slash of the text form
 * never occurs in one.
 */
public record MembershipKey(String tenant, String group, String principal, Access access) {
    private static final int LONGEST_ID = 128;

    public MembershipKey {
        checkId("tenant", tenant);
        checkId("group", group);
        checkId("principal", principal);
    }

    /** Reads the text form, {@code tenant/group/principal/access}. */
    public static MembershipKey parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not tenant/group/principal/access");
        }
        return new MembershipKey(parts[0], parts[1], parts[2], Access.of(parts[3]));
    }

    private static void checkId(String what, String id) {
        if (id == null
                || id.isEmpty()
                || id.length() > LONGEST_ID
                || !id.chars().allMatch(MembershipKey::isOfAnId)) {
            throw new IllegalArgumentException("%s '%s' is not an id".formatted(what, id));
        }
    }

    private static boolean isOfAnId(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '.'
                || c == '_'
                || c == '-';
    }

    @Override
    public String toString() {
        return tenant + "/" + group + "/" + principal + "/" + access.wire();
    }
}
