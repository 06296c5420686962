package dev.ephor.connector.ldap;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What kind of groups a directory has, as data.
 *
 * <p>{@code posixGroup} is of RFC 2307, the others are of RFC 4519 and of Microsoft's MS-ADSC.
 */
enum Profile {
    ACTIVE_DIRECTORY("active-directory", "group", "member", "objectGUID"),
    GROUP_OF_NAMES("group-of-names", "groupOfNames", "member", "entryUUID"),
    GROUP_OF_UNIQUE_NAMES(
            "group-of-unique-names", "groupOfUniqueNames", "uniqueMember", "entryUUID"),
    POSIX("posix", "posixGroup", "memberUid", "entryUUID");

    private static final String OF_POSIX = "uid";

    private final String word;
    private final String groupClass;
    private final String memberAttribute;
    private final String idAttribute;

    Profile(String word, String groupClass, String memberAttribute, String idAttribute) {
        this.word = word;
        this.groupClass = groupClass;
        this.memberAttribute = memberAttribute;
        this.idAttribute = idAttribute;
    }

    static Optional<Profile> of(String word) {
        return Arrays.stream(values()).filter(p -> p.word.equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(p -> p.word).collect(Collectors.joining(", "));
    }

    /** The object class of its groups. */
    String groupClass() {
        return groupClass;
    }

    /** The attribute of a group that holds its members. */
    String memberAttribute() {
        return memberAttribute;
    }

    /** The attribute that every entry has, and keeps for good. */
    String idAttribute() {
        return idAttribute;
    }

    /** The attribute of a principal that a group holds; empty where that is its DN. */
    Optional<String> heldAttribute() {
        return this == POSIX ? Optional.of(OF_POSIX) : Optional.empty();
    }

    boolean isActiveDirectory() {
        return this == ACTIVE_DIRECTORY;
    }
}
