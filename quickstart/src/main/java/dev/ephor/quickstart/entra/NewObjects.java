package dev.ephor.quickstart.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.http.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Makes users and groups from what a request gives. Beyond Graph, a request may choose the `id`, so
 * that a demo has the same ids on every run.
 */
final class NewObjects {
    private NewObjects() {}

    static User user(ObjectNode given) {
        String name = Bodies.text(given, "userPrincipalName");
        ObjectNode properties = Json.object();
        String id = identify(given, properties);
        properties.put("displayName", Bodies.text(given, "displayName"));
        properties.put("userPrincipalName", name);
        properties.put("mail", given.path("mail").asText(name));
        properties.put("accountEnabled", given.path("accountEnabled").asBoolean(true));
        return new User(id, name, properties);
    }

    static Group group(ObjectNode given) {
        String name = Bodies.text(given, "displayName");
        ObjectNode properties = Json.object();
        String id = identify(given, properties);
        properties.put("displayName", name);
        properties.set("description", given.get("description"));
        properties.set(
                "groupTypes",
                given.has("groupTypes") ? given.get("groupTypes") : properties.arrayNode());
        properties.put("mailEnabled", given.path("mailEnabled").asBoolean(false));
        properties.put(
                "mailNickname", given.path("mailNickname").asText(name.replaceAll("\\W", "")));
        properties.put("securityEnabled", given.path("securityEnabled").asBoolean(true));
        properties.put("isAssignableToRole", given.path("isAssignableToRole").asBoolean(false));
        properties.set("onPremisesSyncEnabled", given.get("onPremisesSyncEnabled"));
        return new Group(id, properties);
    }

    private static String identify(ObjectNode given, ObjectNode properties) {
        String id = given.has("id") ? Bodies.text(given, "id") : UUID.randomUUID().toString();
        properties.put("id", ObjectIds.of(id));
        properties.put("createdDateTime", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        return ObjectIds.of(id);
    }
}
