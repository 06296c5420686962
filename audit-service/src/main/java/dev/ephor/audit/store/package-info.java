/**
 * The log in PostgreSQL: plain SQL where it is written and walked, Panache where it is searched.
 * Imports application's ports, domain and sealing; never rest or kafka.
 */
@NullMarked
package dev.ephor.audit.store;

import org.jspecify.annotations.NullMarked;
