/** One address for clients: a reverse proxy that finds the service by the path. */
@NullMarked
package dev.ephor.quickstart.gateway;

import org.jspecify.annotations.NullMarked;
