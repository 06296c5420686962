/** Who holds what, over HTTP. Imports the application and the domain; never Kafka. */
@NullMarked
package dev.ephor.membership.rest;

import org.jspecify.annotations.NullMarked;
