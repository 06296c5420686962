/** The main scenario, played and confirmed by reading directory and application themselves. */
@NullMarked
package dev.ephor.quickstart.demo;

import org.jspecify.annotations.NullMarked;
