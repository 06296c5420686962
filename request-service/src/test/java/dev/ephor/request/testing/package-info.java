/** What the tests of the running service share. */
package dev.ephor.request.testing;
