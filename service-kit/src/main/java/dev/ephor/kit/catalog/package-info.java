/** What is configured, followed from {@code ephor.catalog} and held in memory. */
@NullMarked
package dev.ephor.kit.catalog;

import org.jspecify.annotations.NullMarked;
