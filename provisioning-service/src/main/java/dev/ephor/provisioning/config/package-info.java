/** What an operator sets, checked at the start, and the beans that are made of it. */
@NullMarked
package dev.ephor.provisioning.config;

import org.jspecify.annotations.NullMarked;
