package dev.ephor.quickstart.world;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.quickstart.client.HttpCalls;
import dev.ephor.quickstart.entra.EntraEmulator;
import dev.ephor.quickstart.http.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes directory and application know the world as it is before anybody asks Ephor for anything.
 */
public final class Seeding {
    private Seeding() {}

    /** Everybody exists; User A is a direct member of Group X; nobody of a managed group. */
    public static void directory(EntraEmulator entra, World world) {
        world.people()
                .forEach(
                        person ->
                                entra.addUser(
                                        person.id(), person.displayName(), person.userName()));
        entra.addGroup(World.GROUP_X, World.GROUP_X_NAME);
        world.groups().forEach(group -> entra.addGroup(group.id(), group.displayName()));
        entra.addMember(World.GROUP_X, World.USER_A.id());
    }

    /**
     * App1 was provisioned before: who may sign in there, Group X with User A, the managed groups
     * empty.
     */
    public static void application(HttpCalls app1, String scimUrl, World world) {
        String userA = "";
        for (Person person : world.people()) {
            String id = created(app1.post(scimUrl + "/Users", user(person)));
            userA = person.equals(World.USER_A) ? id : userA;
        }
        created(
                app1.post(
                        scimUrl + "/Groups",
                        group(World.GROUP_X, World.GROUP_X_NAME, List.of(userA))));
        for (ManagedGroup group : world.groups()) {
            created(
                    app1.post(
                            scimUrl + "/Groups",
                            group(group.id(), group.displayName(), List.of())));
        }
    }

    private static String created(HttpCalls.Reply reply) {
        if (reply.status() != 201) {
            throw new IllegalStateException(
                    "App1 did not take what it should know from the beginning: " + reply);
        }
        return reply.body().path("id").asText();
    }

    private static JsonNode user(Person person) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:User"));
        user.put("userName", person.userName());
        user.put("externalId", person.id());
        user.put("displayName", person.displayName());
        user.put("active", true);
        user.put(
                "name", Map.of("givenName", person.givenName(), "familyName", person.familyName()));
        user.put(
                "emails",
                List.of(Map.of("value", person.userName(), "type", "work", "primary", true)));
        return Json.tree(user);
    }

    private static JsonNode group(String id, String displayName, List<String> members) {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:Group"));
        group.put("displayName", displayName);
        group.put("externalId", id);
        group.put("members", members.stream().map(member -> Map.of("value", member)).toList());
        return Json.tree(group);
    }
}
