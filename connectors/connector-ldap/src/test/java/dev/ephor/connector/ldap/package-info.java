/** The connector against servers: one in this process, and Debian's slapd and Samba where there. */
@NullMarked
package dev.ephor.connector.ldap;

import org.jspecify.annotations.NullMarked;
