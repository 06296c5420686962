/** Tests of the room application, on a real database. */
package dev.ephor.request.application;
