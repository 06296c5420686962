/**
 * An OpenID Connect issuer for people who exist on this machine alone. It imports the issuer
 * library, and nothing of Ephor's services.
 */
@NullMarked
package dev.ephor.quickstart.issuer;

import org.jspecify.annotations.NullMarked;
