package dev.ephor.approval.rest;

import dev.ephor.approval.domain.ApprovalCommand.Choice;
import dev.ephor.events.Bearable;
import dev.ephor.kit.rest.ApiError;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers write, in whichever of its spellings. */
final class Spelling {
    private Spelling() {}

    /** Graph writes {@code Approve} and reads {@code Approved} too, in any case. */
    static Optional<Choice> choice(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "approve", "approved" -> Optional.of(Choice.APPROVE);
            case "deny", "denied" -> Optional.of(Choice.DENY);
            default -> Optional.empty();
        };
    }

    /**
     * @param member what it is called in the body
     * @throws ApiError 400 when it is no ISO 8601 duration
     */
    static @Nullable Duration duration(String member, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            Duration duration = Duration.parse(text.strip());
            if (Bearable.is(duration)) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        throw ApiError.badRequest(
                "The %s '%s' is no duration: give one like PT1H30M or P1D."
                        .formatted(member, text));
    }
}
