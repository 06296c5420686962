package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.Schema;

/**
 * What a directory lets be written: groups of RFC 4519, which must not be empty (the SDK's own
 * schema lets them be), of RFC 2307, and of Active Directory.
 */
final class Schemas {

    private static final String TEXT = " SYNTAX 1.3.6.1.4.1.1466.115.121.1.15";

    private static final Attribute TYPES =
            new Attribute(
                    "attributeTypes",
                    "( 1.2.840.113556.1.4.2 NAME 'objectGUID' EQUALITY octetStringMatch"
                            + " SYNTAX 1.3.6.1.4.1.1466.115.121.1.40 SINGLE-VALUE )",
                    "( 1.2.840.113556.1.4.221 NAME 'sAMAccountName' EQUALITY caseIgnoreMatch"
                            + TEXT
                            + " SINGLE-VALUE )",
                    "( 1.3.6.1.1.1.1.1 NAME 'gidNumber' EQUALITY integerMatch"
                            + " SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE )",
                    "( 1.3.6.1.1.1.1.12 NAME 'memberUid' EQUALITY caseExactMatch" + TEXT + " )");

    private static final Attribute CLASSES =
            new Attribute(
                    "objectClasses",
                    "( 1.2.840.113556.1.5.8 NAME 'group' SUP top STRUCTURAL MUST cn"
                            + " MAY ( member $ objectGUID $ sAMAccountName ) )",
                    "( 1.2.840.113556.1.5.9 NAME 'user' SUP organizationalPerson STRUCTURAL"
                            + " MAY ( objectGUID $ sAMAccountName $ mail ) )",
                    "( 1.3.6.1.1.1.2.2 NAME 'posixGroup' SUP top STRUCTURAL"
                            + " MUST ( cn $ gidNumber ) MAY memberUid )",
                    "( 2.5.6.9 NAME 'groupOfNames' SUP top STRUCTURAL MUST ( cn $ member ) )",
                    "( 2.5.6.17 NAME 'groupOfUniqueNames' SUP top STRUCTURAL"
                            + " MUST ( cn $ uniqueMember ) )");

    private Schemas() {}

    static Schema all() throws LDAPException {
        var own = new Entry("cn=schema", new Attribute("objectClass", "top"), TYPES, CLASSES);
        return Schema.mergeSchemas(Schema.getDefaultStandardSchema(), new Schema(own));
    }
}
