package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.request.domain.Iso;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of a rule, or of an object in it, each read as what it has to be. */
record RuleMembers(String path, ObjectNode node) {

    boolean flag(String name) {
        JsonNode value = node.path(name);
        if (!value.isBoolean()) {
            throw refused(name, "has to be true or false");
        }
        return value.booleanValue();
    }

    int number(String name) {
        JsonNode value = node.path(name);
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw refused(name, "has to be a whole number");
        }
        return value.intValue();
    }

    @Nullable String textOrNull(String name) {
        JsonNode value = node.path(name);
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (!value.isTextual()) {
            throw refused(name, "has to be text");
        }
        return value.textValue();
    }

    String text(String name) {
        String text = textOrNull(name);
        if (text == null || text.isBlank()) {
            throw refused(name, "is missing");
        }
        return text;
    }

    Duration duration(String name) {
        try {
            Duration duration = Iso.duration(text(name));
            if (duration.isPositive()) {
                return duration;
            }
        } catch (IllegalArgumentException e) {
            throw refused(name, String.valueOf(e.getMessage()));
        }
        throw refused(name, "has to be longer than nothing");
    }

    /** One of these words, in any case, as Graph spells it. */
    String word(String name, List<String> words) {
        return word(name, text(name), words);
    }

    Set<String> words(String name, List<String> words) {
        var found = new LinkedHashSet<String>();
        for (String text : list(name, JsonNode::textValue)) {
            found.add(word(name, String.valueOf(text), words));
        }
        return found;
    }

    private String word(String name, String text, List<String> words) {
        return words.stream()
                .filter(word -> word.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> refused(name, "has to be of: " + String.join(", ", words)));
    }

    List<String> texts(String name) {
        return list(name, JsonNode::textValue);
    }

    private <T> List<T> list(String name, Function<JsonNode, @Nullable T> reading) {
        var found = new ArrayList<T>();
        for (JsonNode each : array(name)) {
            T read = reading.apply(each);
            if (read == null) {
                throw refused(name, "holds what does not belong there");
            }
            found.add(read);
        }
        return found;
    }

    List<RuleMembers> objects(String name) {
        var found = new ArrayList<RuleMembers>();
        for (JsonNode each : array(name)) {
            if (!(each instanceof ObjectNode object)) {
                throw refused(name, "has to hold objects");
            }
            found.add(new RuleMembers("%s%s[%d].".formatted(path, name, found.size()), object));
        }
        return found;
    }

    RuleMembers object(String name) {
        if (!(node.path(name) instanceof ObjectNode object)) {
            throw refused(name, "has to be an object");
        }
        return new RuleMembers(path + name + ".", object);
    }

    private JsonNode array(String name) {
        JsonNode value = node.path(name);
        if (!value.isArray()) {
            throw refused(name, "has to be a list");
        }
        return value;
    }

    /** Graph's types in any spelling of the prefix: {@code singleUser}. */
    String type() {
        String type = String.valueOf(textOrNull("@odata.type"));
        return type.substring(type.lastIndexOf('.') + 1);
    }

    ApiError refused(String name, String reason) {
        return ApiError.badRequest("'%s%s' %s.".formatted(path, name, reason));
    }
}
