/**
 * What is asked of a list (which entries, in which order, from where on) and how that becomes SQL.
 * Values are always bound; only this code's own column names are ever part of a statement.
 */
@NullMarked
package dev.ephor.kit.list;

import org.jspecify.annotations.NullMarked;
