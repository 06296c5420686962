/** Tests of the room domain. */
package dev.ephor.request.domain;
