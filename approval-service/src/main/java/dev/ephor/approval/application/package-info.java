/**
 * One class per thing that approval-service can be asked to do: load, decide, save, say.
 *
 * <p>Imports domain and service-kit; never rest, kafka or store.
 */
@NullMarked
package dev.ephor.approval.application;

import org.jspecify.annotations.NullMarked;
