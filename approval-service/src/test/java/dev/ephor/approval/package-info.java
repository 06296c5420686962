/** The service as a whole: on a real broker and a real PostgreSQL, called over HTTP. */
package dev.ephor.approval;
