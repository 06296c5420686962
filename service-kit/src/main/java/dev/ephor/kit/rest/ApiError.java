package dev.ephor.kit.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer that is an error. Rendered as Graph's error object under {@code /v1.0} and as an RFC
 * 9457 problem elsewhere.
 *
 * <p>The message is read by the caller: it names the thing, the reason and the way out, and nothing
 * about others.
 */
public final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<Detail> details = new ArrayList<>();
    private final transient Map<String, List<String>> headers = new LinkedHashMap<>();

    /**
     * @param status HTTP status
     * @param code stable, for programs: Graph's code where it has one, such as {@code
     *     RoleAssignmentExists}
     */
    public ApiError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /**
     * One of several reasons.
     *
     * @param target what it is about: a rule or a member of the body
     */
    public record Detail(String code, String target, String message) {}

    public ApiError detail(String detailCode, String target, String message) {
        details.add(new Detail(detailCode, target, message));
        return this;
    }

    /** Adds a response header; a name may come several times. */
    public ApiError header(String name, String value) {
        headers.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<Detail> details() {
        return List.copyOf(details);
    }

    Map<String, List<String>> headers() {
        return headers;
    }

    /** What is not there, or may not be known to be there: one and the same answer. */
    public static ApiError notFound(String what) {
        return new ApiError(
                404, "ResourceNotFound", what + " does not exist, or you have no relation to it.");
    }

    public static ApiError badRequest(String message) {
        return new ApiError(400, "BadRequest", message);
    }
}
