package dev.ephor.kit.idempotency;

import dev.ephor.kit.rest.ApiError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of the header {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header-07): a
 * string in quotes; one without them is taken too, because many clients send that.
 */
record IdempotencyKey(String text) {
    static final String HEADER = "Idempotency-Key";

    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])+)\"");
    private static final Pattern BARE = Pattern.compile("[!#-~][ -~]*");
    private static final int LONGEST = 255;

    /**
     * @throws ApiError 400 when it is no key
     */
    static IdempotencyKey parse(String header) {
        String value = header.strip();
        Matcher quoted = QUOTED.matcher(value);
        if (value.length() <= LONGEST && quoted.matches()) {
            return new IdempotencyKey(quoted.group(1).replaceAll("\\\\(.)", "$1"));
        }
        if (value.length() <= LONGEST && BARE.matcher(value).matches()) {
            return new IdempotencyKey(value);
        }
        throw ApiError.badRequest(
                "The Idempotency-Key is none: send 1 to %d visible ASCII characters in quotes, such as a new UUID for each request."
                        .formatted(LONGEST - 2));
    }
}
