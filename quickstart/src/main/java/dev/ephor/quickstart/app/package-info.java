/**
 * App1: an application with a real SCIM 2.0 server over in-memory users and groups, and a journal
 * of what really changed. It imports the HTTP layer and the SCIM library, and nothing of Ephor's
 * services or connectors.
 */
@NullMarked
package dev.ephor.quickstart.app;

import org.jspecify.annotations.NullMarked;
