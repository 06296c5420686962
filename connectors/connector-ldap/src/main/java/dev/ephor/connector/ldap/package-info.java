/**
 * Groups of Active Directory and of plain LDAP directories (RFC 4511).
 *
 * <p>Nothing is remembered of where an entry stands: each call looks the group and the principals
 * up by their ids, so that one that was renamed or moved is still the right one.
 */
@NullMarked
package dev.ephor.connector.ldap;

import org.jspecify.annotations.NullMarked;
