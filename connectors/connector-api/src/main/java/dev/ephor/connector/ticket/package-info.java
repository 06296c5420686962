/** The SPI for systems that are asked about tickets; found as directories and targets are. */
@NullMarked
package dev.ephor.connector.ticket;

import org.jspecify.annotations.NullMarked;
