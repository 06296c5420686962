/**
 * Reads the audit log from outside and checks it by its published format alone ({@code
 * docs/audit-log.md}); shares no code with Ephor.
 */
@NullMarked
package dev.ephor.quickstart.audit;

import org.jspecify.annotations.NullMarked;
