/**
 * The provisioning log and the stuck board over HTTP. Never the rooms kafka, store or delivering.
 */
@NullMarked
package dev.ephor.provisioning.rest;

import org.jspecify.annotations.NullMarked;
