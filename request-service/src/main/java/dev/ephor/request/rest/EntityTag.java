package dev.ephor.request.rest;

import dev.ephor.kit.rest.ApiError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of a thing as HTTP knows it (RFC 9110, 8.8.3). */
final class EntityTag {
    private static final Pattern TAG = Pattern.compile("\\s*(?:W/)?\"([0-9]{1,18})\"\\s*");

    private EntityTag() {}

    static String of(long version) {
        return "W/\"%d\"".formatted(version);
    }

    /**
     * The version that an If-Match wants; null: any.
     *
     * @throws ApiError 412 for a tag that never was one here
     */
    static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw new ApiError(
                    412,
                    "PreconditionFailed",
                    "If-Match has to be one ETag as it was answered, such as W/\"3\".");
        }
        return Long.valueOf(tag.group(1));
    }
}
