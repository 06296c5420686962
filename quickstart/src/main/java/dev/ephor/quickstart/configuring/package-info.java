/** The commands {@code plan} and {@code apply}: an ephor.yaml against what stands. */
@NullMarked
package dev.ephor.quickstart.configuring;

import org.jspecify.annotations.NullMarked;
