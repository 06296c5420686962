package dev.ephor.connector.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the one user or group of the application that is the directory's object. A name may have
 * passed to someone else, so what carries another object id is never taken for ours.
 */
record Match(ScimCalls calls, String endpoint) {

    private static final Pattern OBJECT_ID =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** The application's id of what carries the directory's object id. */
    Optional<String> byExternalId(String objectId) {
        try {
            return one(calls.find(endpoint, "externalId", objectId), "externalId " + objectId);
        } catch (Refusal refusal) {
            if (refusal.status() == 400 || refusal.status() == 501) {
                // It can not filter by this attribute.
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** The application's id of what has this name. */
    Optional<String> byName(String attribute, String name, String objectId) {
        List<JsonNode> named = calls.find(endpoint, attribute, name);
        List<JsonNode> ours = named.stream().filter(r -> !isForeign(r, objectId)).toList();
        String what = "%s '%s'".formatted(attribute, name);
        if (ours.isEmpty() && !named.isEmpty()) {
            throw calls.words()
                    .rejected(
                            "looked for " + what,
                            "the one there has another externalId than %s: correct it there"
                                    .formatted(objectId));
        }
        return one(ours, what);
    }

    /** Entra's default externalId is a mail nickname, which says nothing; an object id does. */
    private static boolean isForeign(JsonNode resource, String objectId) {
        String externalId = Json.attribute(resource, "externalId").asText("");
        return isObjectId(externalId) && !externalId.equalsIgnoreCase(objectId);
    }

    static boolean isObjectId(String externalId) {
        return OBJECT_ID.matcher(externalId).matches();
    }

    private Optional<String> one(List<JsonNode> found, String what) {
        if (found.size() > 1) {
            throw calls.words()
                    .rejected(
                            "looked for " + what,
                            "there are %d of them: leave one there".formatted(found.size()));
        }
        return found.stream().findFirst().map(r -> r.path("id").asText());
    }
}
