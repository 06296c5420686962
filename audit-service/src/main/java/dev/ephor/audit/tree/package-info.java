/**
 * The Merkle tree over the leaf hashes (RFC 6962 section 2.1), how it is kept in tiles (C2SP
 * tlog-tiles), and its proofs: pure hashing. Imports java.* and sealing only.
 */
@NullMarked
package dev.ephor.audit.tree;

import org.jspecify.annotations.NullMarked;
