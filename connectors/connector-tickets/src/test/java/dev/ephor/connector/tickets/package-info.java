@NullMarked
package dev.ephor.connector.tickets;

import org.jspecify.annotations.NullMarked;
