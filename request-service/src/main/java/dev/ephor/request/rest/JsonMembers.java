package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.events.Bearable;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.request.domain.ObjectId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The members of a JSON object that somebody sent. What has the wrong form, and what is not known,
 * is refused with its name; OData annotations ({@code @odata.type}, {@code x@odata.bind}) pass.
 */
final class JsonMembers {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private final String path;
    private final JsonNode node;
    private final Set<String> asked = new LinkedHashSet<>();

    private JsonMembers(String path, JsonNode node) {
        this.path = path;
        this.node = node;
    }

    /**
     * @throws ApiError 400 or 413 when the bytes are not one JSON object of a bearable size
     */
    static JsonMembers of(byte[] body) {
        return new JsonMembers("", StrictJson.object(body));
    }

    private Optional<JsonNode> member(String name) {
        asked.add(name);
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    /** A text of at most so many characters; absent and null are the same. */
    Optional<String> text(String name, int longest) {
        return member(name)
                .map(
                        value -> {
                            if (!value.isTextual()) {
                                throw refused(name, "has to be text");
                            }
                            if (value.textValue().length() > longest) {
                                throw refused(
                                        name, "is longer than %d characters".formatted(longest));
                            }
                            if (!Bearable.is(value.textValue())) {
                                throw refused(
                                        name, "holds the character 0, or half of a surrogate pair");
                            }
                            return value.textValue();
                        });
    }

    String required(String name, int longest) {
        return text(name, longest).orElseThrow(() -> refused(name, "is missing"));
    }

    String id(String name) {
        String id = required(name, 200);
        if (!isId(id)) {
            throw refused(name, "has to be an object id");
        }
        return ObjectId.canonical(id);
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    boolean flag(String name) {
        return member(name)
                .map(
                        value -> {
                            if (!value.isBoolean()) {
                                throw refused(name, "has to be true or false");
                            }
                            return value.booleanValue();
                        })
                .orElse(false);
    }

    Optional<JsonMembers> object(String name) {
        return member(name)
                .map(
                        value -> {
                            if (!value.isObject()) {
                                throw refused(name, "has to be an object");
                            }
                            return new JsonMembers(at(name) + ".", value);
                        });
    }

    /** A text in a form of its own, whose parser says what is wrong with it. */
    <T> Optional<T> parsed(String name, Function<String, T> parser) {
        return text(name, 200)
                .map(
                        text -> {
                            try {
                                return parser.apply(text);
                            } catch (IllegalArgumentException e) {
                                throw refused(name, ": " + e.getMessage());
                            }
                        });
    }

    /** A member of Graph's that means nothing here: it may be there if it is null. */
    void unsupported(String name) {
        if (member(name).isPresent()) {
            throw refused(name, "is not supported: leave it out");
        }
    }

    /** Refuses what nobody asked for. */
    void done() {
        node.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!asked.contains(name) && !name.contains("@")) {
                                throw refused(name, "is not known here");
                            }
                        });
    }

    ApiError refused(String name, String reason) {
        return new ApiError(
                400,
                "InvalidRoleAssignmentRequest",
                "'%s' %s.".formatted(at(name), reason).replace("' :", "':"));
    }

    private String at(String name) {
        String shown = name.length() <= 60 ? name : name.substring(0, 60) + "...";
        return path + shown;
    }
}
