/**
 * What the service can be asked to do, one class each, and the ports that they need. Imports
 * domain, sealing, common-events and service-kit; never rest, kafka or store.
 */
@NullMarked
package dev.ephor.audit.application;

import org.jspecify.annotations.NullMarked;
