/**
 * Where instants and ids come from. They are stamped at the edge and travel with the command; the
 * domain never asks.
 */
@NullMarked
package dev.ephor.kit.time;

import org.jspecify.annotations.NullMarked;
