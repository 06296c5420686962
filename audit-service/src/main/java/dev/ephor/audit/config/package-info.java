/** How the service is wired and what it says of its own health. May import every room. */
@NullMarked
package dev.ephor.audit.config;

import org.jspecify.annotations.NullMarked;
