/**
 * Records in, sealed entries out. Imports application, domain, sealing and service-kit; never rest
 * or store.
 */
@NullMarked
package dev.ephor.audit.kafka;

import org.jspecify.annotations.NullMarked;
