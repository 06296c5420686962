package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;

/** Compares DNs, which may be written in several ways. */
final class Dns {

    private Dns() {}

    /** The one spelling that all spellings of a DN have in common; of no DN, in small letters. */
    static String normal(String dn) {
        try {
            return DN.normalize(dn);
        } catch (LDAPException notOne) {
            return dn.toLowerCase(java.util.Locale.ROOT);
        }
    }

    static boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }
}
