/**
 * A connector to Entra ID through Microsoft Graph v1.0 and Microsoft's Java SDK.
 *
 * <p>The SDK's own retries are off: it repeats writes after a 504 that may have been carried out,
 * and waits where the caller should decide. A connector answers; the caller asks again.
 */
@NullMarked
package dev.ephor.connector.entra;

import org.jspecify.annotations.NullMarked;
