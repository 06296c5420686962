/** Mails: who is told what, and that it is sent once. */
package dev.ephor.request.mailing;
