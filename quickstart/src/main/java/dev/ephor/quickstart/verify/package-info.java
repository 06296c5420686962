/**
 * Checks the audit log from outside, by what docs/audit-log.md, RFC 6962 and C2SP say and nothing
 * else: it shares no code with what seals, and needs the JDK and Jackson alone.
 */
@NullMarked
package dev.ephor.quickstart.verify;

import org.jspecify.annotations.NullMarked;
