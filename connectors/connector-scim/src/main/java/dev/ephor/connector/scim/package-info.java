/**
 * A connector to an application that speaks SCIM 2.0 (RFC 7643, RFC 7644), through the HTTP client
 * and the resource types of SCIM-SDK.
 *
 * <p>Groups and users are found once by what the directory knows of them, created where they are
 * missing, and then addressed by the application's own ids. Many members go in one PATCH. In what
 * applications differ is data: a profile is a file of settings.
 */
@NullMarked
package dev.ephor.connector.scim;

import org.jspecify.annotations.NullMarked;
