package dev.ephor.approval.rest;

import dev.ephor.approval.application.ApprovalTemplate;
import dev.ephor.approval.application.Placeholders;
import dev.ephor.approval.domain.Waiting;
import dev.ephor.kit.rest.ApiError;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A template as it is read and written.
 *
 * @param key as in the address, where it is given in a body
 * @param lapsesAfter the longest that a stage waits, ISO 8601; null: as its policy says
 * @param remindsAfter when approvers are reminded whose policy says nothing about it; null: never
 */
@Schema(name = "ApprovalTemplate")
public record TemplateView(
        @Nullable String key,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String lapsesAfter,
        @Nullable String remindsAfter) {
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TEXT = 10_000;

    static TemplateView of(ApprovalTemplate template) {
        Waiting waiting = template.waiting();
        return new TemplateView(
                template.key(),
                template.subject(),
                template.text(),
                text(waiting.lapsesAfter()),
                text(waiting.remindsAfter()));
    }

    /**
     * @throws ApiError 400 naming what is wrong with it
     */
    ApprovalTemplate template(String address) {
        if (address.length() > 100 || (key != null && !key.equals(address))) {
            throw ApiError.badRequest(
                    "The key is the one in the address, of at most 100 characters.");
        }
        return new ApprovalTemplate(
                address,
                checked("subject", subject, LONGEST_SUBJECT),
                checked("text", text, LONGEST_TEXT),
                new Waiting(
                        positive("lapsesAfter", lapsesAfter),
                        positive("remindsAfter", remindsAfter)));
    }

    private static String checked(String member, @Nullable String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest || text.indexOf('\0') >= 0) {
            throw ApiError.badRequest(
                    "The %s has to have 1 to %d characters.".formatted(member, longest));
        }
        var unknown = Placeholders.unknown(text);
        if (!unknown.isEmpty()) {
            throw ApiError.badRequest(
                    "The %s has the placeholder {%s}, which stands for nothing: there are %s."
                            .formatted(member, unknown.getFirst(), Placeholders.known()));
        }
        return text;
    }

    private static @Nullable Duration positive(String member, @Nullable String text) {
        Duration duration = Spelling.duration(member, text);
        if (duration != null && !duration.isPositive()) {
            throw ApiError.badRequest("The %s has to be longer than nothing.".formatted(member));
        }
        return duration;
    }

    private static @Nullable String text(@Nullable Duration duration) {
        return duration == null ? null : duration.toString();
    }
}
