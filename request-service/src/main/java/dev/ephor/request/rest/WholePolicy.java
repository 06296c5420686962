package dev.ephor.request.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.EventCodec;
import dev.ephor.kit.rest.ApiError;
import java.util.stream.Collectors;

/**
 * A policy with all that Graph has no words for, in the JSON of events: durations in ISO 8601,
 * absent for null.
 */
final class WholePolicy {
    private static final ObjectMapper JSON =
            EventCodec.json()
                    .copy()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .setSerializationInclusion(JsonInclude.Include.NON_NULL);

    private WholePolicy() {}

    static ObjectNode show(PolicyDefined policy) {
        return JSON.valueToTree(policy);
    }

    /**
     * The policy as sent; it stays the one that it is of.
     *
     * @throws ApiError 400 naming the member that is missing, unknown or of the wrong form
     */
    static PolicyDefined read(byte[] body, PolicyId id, String tenant) {
        var sent = (ObjectNode) StrictJson.object(body);
        fix(sent, "tenant", tenant);
        fix(sent, "group", id.group());
        fix(sent, "access", id.access().wire());
        try {
            return JSON.treeToValue(sent, PolicyDefined.class);
        } catch (JsonMappingException e) {
            String member =
                    e.getPath().stream()
                            .map(
                                    step ->
                                            step.getFieldName() == null
                                                    ? "[" + step.getIndex() + "]"
                                                    : step.getFieldName())
                            .collect(Collectors.joining("."));
            throw ApiError.badRequest(
                    "The member '%s' is missing, not known, or has the wrong form."
                            .formatted(member));
        } catch (JsonProcessingException e) {
            throw ApiError.badRequest("The body is no policy.");
        }
    }

    private static void fix(ObjectNode sent, String name, String value) {
        if (sent.has(name) && !sent.get(name).asText().equals(value)) {
            throw ApiError.badRequest("'%s' cannot change.".formatted(name));
        }
        sent.put(name, value);
    }
}
