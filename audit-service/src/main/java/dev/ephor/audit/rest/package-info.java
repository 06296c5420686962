/**
 * The log over HTTP, for auditors. Imports application, domain, sealing and service-kit; never
 * kafka or store.
 */
@NullMarked
package dev.ephor.audit.rest;

import org.jspecify.annotations.NullMarked;
