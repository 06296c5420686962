/** Who and what the scenario is about, and how directory, application and Ephor come to know it. */
@NullMarked
package dev.ephor.quickstart.world;

import org.jspecify.annotations.NullMarked;
