/** A connector is added as docs/how-to-add-a-connector.md says, and thrown away. */
@NullMarked
package dev.ephor.connector.conformance.added;

import org.jspecify.annotations.NullMarked;
