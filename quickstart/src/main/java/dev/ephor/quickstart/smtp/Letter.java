package dev.ephor.quickstart.smtp;

/**
 * A mail that arrived.
 *
 * @param messageId the header {@code Message-ID}; empty without one
 * @param to whom the envelope named; a mail to several arrives once for each
 * @param text the part for people without HTML; empty without one
 * @param html empty without one
 */
public record Letter(
        String messageId, String from, String to, String subject, String text, String html) {}
