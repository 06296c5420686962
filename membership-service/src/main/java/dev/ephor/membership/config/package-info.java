/** What an operator sets, and the beans that wire the other rooms. Imports all of them. */
@NullMarked
package dev.ephor.membership.config;

import org.jspecify.annotations.NullMarked;
