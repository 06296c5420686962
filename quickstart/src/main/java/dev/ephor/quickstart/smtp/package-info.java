/** A mail server that keeps what it is sent, so that tests, the demo and people can read it. */
@NullMarked
package dev.ephor.quickstart.smtp;

import org.jspecify.annotations.NullMarked;
