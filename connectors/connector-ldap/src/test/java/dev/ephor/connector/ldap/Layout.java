package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How one directory writes entries down.
 *
 * @param profile the setting of that name
 * @param base below which everything stands
 * @param memberAttribute of a group
 */
record Layout(String profile, String base, String memberAttribute) {

    static final Layout NAMES = plain("group-of-names", "member");
    static final Layout UNIQUE_NAMES = plain("group-of-unique-names", "uniqueMember");
    static final Layout POSIX = plain("posix", "memberUid");

    private static Layout plain(String profile, String memberAttribute) {
        return new Layout(profile, "dc=example,dc=com", memberAttribute);
    }

    static Layout activeDirectory(String base) {
        return new Layout("active-directory", base, "member");
    }

    boolean isActiveDirectory() {
        return profile.equals("active-directory");
    }

    boolean isPosix() {
        return profile.equals("posix");
    }

    /** The entry that is nobody, for groups that must not be empty. */
    String nobody() {
        return "cn=nobody," + base;
    }

    /** What is there before any group. */
    List<Entry> ground() {
        var root =
                new Entry(
                        base,
                        new Attribute("objectClass", "top", "domain"),
                        new Attribute("dc", "example"));
        return isActiveDirectory()
                ? List.of(root, container())
                : List.of(root, unit("people"), unit("groups"));
    }

    private Entry container() {
        return new Entry(
                groups(),
                new Attribute("objectClass", "top", "organizationalRole"),
                new Attribute("cn", "Users"));
    }

    private Entry unit(String name) {
        return new Entry(
                "ou=" + name + "," + base,
                new Attribute("objectClass", "top", "organizationalUnit"),
                new Attribute("ou", name));
    }

    String groups() {
        return (isActiveDirectory() ? "CN=Users," : "ou=groups,") + base;
    }

    String people() {
        return (isActiveDirectory() ? "CN=Users," : "ou=people,") + base;
    }

    Entry group(String name) {
        var entry = new Entry("cn=" + escaped(name) + "," + groups());
        entry.addAttribute("cn", name);
        switch (profile) {
            case "active-directory" -> {
                entry.addAttribute("objectClass", "top", "group");
                entry.addAttribute("sAMAccountName", plain(name));
            }
            case "posix" -> {
                entry.addAttribute("objectClass", "top", "posixGroup");
                entry.addAttribute("gidNumber", "7000");
            }
            default -> {
                String type = isUnique() ? "groupOfUniqueNames" : "groupOfNames";
                entry.addAttribute("objectClass", "top", type);
                entry.addAttribute(memberAttribute, nobody());
            }
        }
        return entry;
    }

    private boolean isUnique() {
        return profile.equals("group-of-unique-names");
    }

    Entry person(String name) {
        var entry = new Entry("cn=" + escaped(name) + "," + people());
        entry.addAttribute("cn", name);
        entry.addAttribute("sn", name);
        entry.addAttribute("mail", plain(name) + "@example.com");
        if (isActiveDirectory()) {
            entry.addAttribute("objectClass", "top", "person", "organizationalPerson", "user");
            entry.addAttribute("sAMAccountName", plain(name));
        } else {
            entry.addAttribute(
                    "objectClass", "top", "person", "organizationalPerson", "inetOrgPerson");
            entry.addAttribute("uid", plain(name));
        }
        return entry;
    }

    /** Names in a DN hold whatever people's names hold. */
    private static String escaped(String name) {
        return new RDN("cn", name).toString().substring("cn=".length());
    }

    /** An account name has twenty characters at most in Active Directory. */
    private static String plain(String name) {
        String letters = name.replaceAll("[^A-Za-z0-9]", "");
        return letters.substring(Math.max(0, letters.length() - 18));
    }

    static String newName(String kind) {
        return kind + ", Dana (" + UUID.randomUUID().toString().substring(0, 18) + ")";
    }

    Map<String, String> settings() {
        return Map.of("profile", profile, "base", base);
    }
}
