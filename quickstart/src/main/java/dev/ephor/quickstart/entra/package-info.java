/**
 * An imitation of Entra ID: users, groups and memberships behind the wire shapes of Microsoft Graph
 * v1.0. It imports the HTTP layer alone, and nothing of Ephor's services or connectors: it is the
 * referee's witness.
 */
@NullMarked
package dev.ephor.quickstart.entra;

import org.jspecify.annotations.NullMarked;
