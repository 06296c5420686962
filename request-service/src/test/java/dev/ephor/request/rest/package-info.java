/** Tests of the room rest, through HTTP. */
package dev.ephor.request.rest;
