package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import dev.ephor.connector.ConnectorProvider.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One directory, as it was configured.
 *
 * @param name the directory's name, for messages
 * @param bind who signs in, and how
 * @param nested whether a membership through other groups counts when it is read back
 * @param placeholder what a group is left with that must not be empty
 * @param ttl whether links are granted that Active Directory ends by itself
 */
record LdapDirectory(
        String name,
        List<Address> addresses,
        Bind bind,
        Profile profile,
        Search groups,
        Search principals,
        boolean nested,
        Optional<String> placeholder,
        boolean ttl,
        Limits limits) {

    /**
     * @param password kept out of {@link #toString()}
     */
    record Bind(String dn, String password) {
        @Override
        public String toString() {
            return "Bind[%s]".formatted(dn);
        }
    }

    /** Where entries of one kind are looked for, and what they are known by. */
    record Search(String base, Identity identity) {}

    /**
     * @param timeout the longest wait for one answer
     * @param connections at most so many at once
     * @param pageSize members that are read at once
     */
    record Limits(Duration timeout, int connections, int pageSize) {}

    static LdapDirectory of(Settings settings) {
        Profile profile = profile(settings);
        return new LdapDirectory(
                settings.name(),
                Address.all(settings),
                new Bind(settings.required("bindDn"), settings.secret("passwordRef")),
                profile,
                search(settings, profile, "group", List.of("id", "displayName")),
                search(settings, profile, "principal", List.of("id", "userName", "mail")),
                ofActiveDirectory(settings, profile, "nested", "true", "false"),
                settings.optional("placeholder").map(dn -> dn(settings, "placeholder", dn)),
                ofActiveDirectory(settings, profile, "grants", "ttl", "members"),
                new Limits(
                        settings.duration("timeout", Duration.ofSeconds(10)),
                        settings.number("connections", 8),
                        settings.number("pageSize", 1_000)));
    }

    private static Profile profile(Settings settings) {
        String word = settings.required("profile");
        return Profile.of(word)
                .orElseThrow(() -> wrong(settings, "profile", word, "one of " + Profile.words()));
    }

    private static Search search(
            Settings settings, Profile profile, String kind, List<String> words) {
        String own = kind + "Base";
        String key = settings.optional(own).isPresent() ? own : "base";
        String base = dn(settings, key, settings.required(key));
        String from = settings.optional(kind + "From").orElse("id");
        if (!words.contains(from)) {
            throw wrong(settings, kind + "From", from, "one of " + String.join(", ", words));
        }
        String by = settings.optional(kind + "By").orElse(profile.idAttribute());
        if (!by.matches("[A-Za-z][A-Za-z0-9-]*")) {
            throw wrong(settings, kind + "By", by, "the name of an attribute");
        }
        return new Search(base, new Identity(by, from));
    }

    private static boolean ofActiveDirectory(
            Settings settings, Profile profile, String key, String yes, String no) {
        String word = settings.optional(key).orElse(no);
        if (word.equals(yes) && !profile.isActiveDirectory()) {
            throw wrong(settings, key, word, "it to a directory of profile active-directory only");
        }
        if (!word.equals(yes) && !word.equals(no)) {
            throw wrong(settings, key, word, yes + " or " + no);
        }
        return word.equals(yes);
    }

    private static String dn(Settings settings, String key, String text) {
        try {
            return new DN(text).toString();
        } catch (LDAPException notOne) {
            throw wrong(settings, key, text, "a DN such as ou=People,dc=example,dc=com");
        }
    }

    static IllegalArgumentException wrong(
            Settings settings, String key, String text, String wanted) {
        return new IllegalArgumentException(
                "'%s' has %s '%s': give %s".formatted(settings.name(), key, text, wanted));
    }
}
