package dev.ephor.connector.scim;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Requests that applications answer differently, and what came of each. */
final class OddRequests {

    private final AppHand hand;
    private final List<String> answers = new ArrayList<>();

    private OddRequests(AppHand hand) {
        this.hand = hand;
    }

    /** One line for each request: what was asked, the status, and how many were found. */
    static List<String> answers(AppHand hand) {
        try (hand) {
            var requests = new OddRequests(hand);
            requests.ask();
            return requests.answers;
        }
    }

    private void ask() {
        String name = UUID.randomUUID().toString();
        String user = hand.createUser(name + "@example.com", name);
        String group = hand.createGroup("odd " + name);
        hand.add(group, user);
        count("the group", "/Groups/" + group, "/members");
        count("the group, members asked", "/Groups/" + group + "?attributes=members", "/members");
        found("id eq", "/Groups", "id eq \"%s\"".formatted(group));
        found("members.value eq", "/Groups", "members.value eq \"%s\"".formatted(user));
        found("members eq", "/Groups", "members eq \"%s\"".formatted(user));
        found("groups.value eq", "/Users", "groups.value eq \"%s\"".formatted(group));
        found(
                "id eq and members.value eq",
                "/Groups",
                "id eq \"%s\" and members.value eq \"%s\"".formatted(group, user));
        patch(
                "by value",
                group,
                "{\"op\":\"remove\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}"
                        .formatted(user));
        patch("all", group, "{\"op\":\"remove\",\"path\":\"members\"}");
        patch("nobody", group, "{\"op\":\"remove\",\"path\":\"members[value eq \\\"nobody\\\"]\"}");
        patch(
                "again",
                group,
                "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}"
                        .formatted(user));
        patch(
                "by path",
                group,
                "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(user));
        answers.add(
                "a user without names: "
                        + hand.status("POST", "/Users", "{\"userName\":\"%s\"}".formatted(name)));
    }

    private void patch(String what, String group, String operation) {
        int status =
                hand.status(
                        "PATCH",
                        "/Groups/" + group,
                        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[%s]}"
                                .formatted(operation));
        var members = Json.parse(hand.get("/Groups/" + group + "?attributes=members"));
        answers.add("%s: %d, %d left".formatted(what, status, members.path("members").size()));
    }

    private void found(String what, String endpoint, String filter) {
        count(what, endpoint + "?filter=" + AppHand.encoded(filter), "/Resources");
    }

    private void count(String what, String path, String pointer) {
        answers.add("%s: %d".formatted(what, Json.parse(hand.get(path)).at(pointer).size()));
    }
}
