/**
 * What the service can be asked to do, one class each, and the ports that this needs. Never the
 * rooms rest, kafka, store or delivering.
 */
@NullMarked
package dev.ephor.provisioning.application;

import org.jspecify.annotations.NullMarked;
