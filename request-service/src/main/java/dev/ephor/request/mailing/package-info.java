/**
 * Telling people by mail what was said of what concerns them: who is told, in which words, and that
 * it is sent once. A room of its own, because mails follow from events and nothing follows from
 * mails: what they cannot do stands in nobody's way. Never the rooms rest, kafka or store.
 */
@NullMarked
package dev.ephor.request.mailing;

import org.jspecify.annotations.NullMarked;
