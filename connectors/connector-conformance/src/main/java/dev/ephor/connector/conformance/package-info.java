/**
 * The suite that every connector extends: what "granted", "withdrawn" and "observed" have to mean.
 *
 * <p>A connector module adds one test class that extends {@link
 * dev.ephor.connector.conformance.ConnectorConformance} and gives it a {@link
 * dev.ephor.connector.conformance.World}: a real server of the other side that can be read without
 * the connector and that can be broken on purpose.
 */
@NullMarked
package dev.ephor.connector.conformance;

import org.jspecify.annotations.NullMarked;
