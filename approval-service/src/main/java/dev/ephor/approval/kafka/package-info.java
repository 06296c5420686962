/**
 * What approval-service hears.
 *
 * <p>Imports application and service-kit; never rest or store.
 */
@NullMarked
package dev.ephor.approval.kafka;

import org.jspecify.annotations.NullMarked;
