package dev.ephor.quickstart.smtp;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** Reads a mail as a mail client does (RFC 5322, RFC 2045). */
final class ReadLetter {
    private ReadLetter() {}

    static Letter of(String from, String to, byte[] data) throws IOException {
        try {
            var message = new MimeMessage(null, new ByteArrayInputStream(data));
            return new Letter(
                    Objects.requireNonNullElse(message.getMessageID(), ""),
                    from,
                    to,
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    find(message, "text/plain").orElse(""),
                    find(message, "text/html").orElse(""));
        } catch (MessagingException e) {
            throw new IOException("what arrived is no mail: " + e.getMessage(), e);
        }
    }

    private static Optional<String> find(Part part, String type)
            throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of(String.valueOf(part.getContent()));
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                Optional<String> found = find(inner, type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
