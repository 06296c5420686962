/**
 * What the services' tests run on: a real broker, a real PostgreSQL, and tokens that a service
 * accepts. Shipped as the kit's test-jar.
 */
package dev.ephor.kit.test;
