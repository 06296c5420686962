/** Tests of the room config. */
package dev.ephor.request.config;
