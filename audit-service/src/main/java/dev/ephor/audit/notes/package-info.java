/**
 * Signed notes, checkpoints and cosignatures in the forms of C2SP (signed-note, tlog-checkpoint,
 * tlog-cosignature): text and Ed25519. Imports java.* and sealing only.
 */
@NullMarked
package dev.ephor.audit.notes;

import org.jspecify.annotations.NullMarked;
