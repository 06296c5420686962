/**
 * The approvers' API, in the shape of Graph's {@code assignmentApprovals}.
 *
 * <p>Imports application, domain and service-kit; never kafka or store.
 */
@NullMarked
package dev.ephor.approval.rest;

import org.jspecify.annotations.NullMarked;
