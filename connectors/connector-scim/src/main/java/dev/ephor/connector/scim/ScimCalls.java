package dev.ephor.connector.scim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.connector.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of an application, each in one request; each either does its work or is a {@link
 * Refusal}.
 */
final class ScimCalls implements AutoCloseable {

    static final String USERS = "/Users";
    static final String GROUPS = "/Groups";
    private static final String WITHOUT_MEMBERS = "excludedAttributes=members&";

    private final ScimTarget target;
    private final Requests requests;

    ScimCalls(ScimTarget target) {
        this.target = target;
        this.requests = new Requests(target);
    }

    Words words() {
        return requests.words();
    }

    /** The users or groups whose attribute has this value; without members. */
    List<JsonNode> find(String endpoint, String attribute, String value) {
        String filter = "%s eq %s".formatted(attribute, Json.quoted(value));
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode resource : new Listed(list(endpoint, filter, ""), 1).resources()) {
            // An application that ignores filters would otherwise have us grant to its first user.
            if (Json.attribute(resource, attribute).asText("").equalsIgnoreCase(value)) {
                found.add(resource);
            }
        }
        return found;
    }

    /**
     * Whether the application's own filter finds the user among the group's members.
     *
     * @param form a filter with {@code {user}} and perhaps {@code {group}}
     */
    boolean hasMember(String group, String form, String user) {
        String filter = filled(form, group).replace(Profile.USER, Json.quoted(user));
        boolean namesGroup = form.contains(Profile.GROUP);
        for (int start = 1; ; ) {
            Listed found = new Listed(list(GROUPS, filter, namesGroup ? "" : page(start)), start);
            if (namesGroup && !found.areAll(group)) {
                throw new Refusal(new Answer.Rejected(target.name() + " ignores filters"), 400);
            }
            if (namesGroup || found.has(group) || found.isLast()) {
                return found.has(group);
            }
            start = found.next();
        }
    }

    /** One page of the users whom a filter with {@code {group}} finds. */
    Listed usersOf(String group, String form, int start) {
        return new Listed(list(USERS, filled(form, group), page(start)), start);
    }

    private static String filled(String form, String group) {
        return form.replace(Profile.GROUP, Json.quoted(group));
    }

    private String page(int start) {
        Optional<Integer> size = target.profile().pageSize();
        return size.map(count -> "startIndex=%d&count=%d&".formatted(start, count)).orElse("");
    }

    private JsonNode list(String endpoint, String filter, String page) {
        String brief = endpoint.equals(GROUPS) ? WITHOUT_MEMBERS : "";
        return requests.read(
                "looked for %s with %s".formatted(endpoint, filter),
                "%s?%s%sfilter=%s".formatted(endpoint, brief, page, encoded(filter)));
    }

    /** The group with all of its members. */
    MemberList groupWithMembers(String group) {
        return new MemberList(
                requests.read(
                        "read the members of group " + group,
                        "%s/%s?attributes=members".formatted(GROUPS, encoded(group))));
    }

    JsonNode user(String user) {
        return requests.read("read user " + user, "%s/%s".formatted(USERS, encoded(user)));
    }

    /** The application's id of the created user or group. */
    String create(String endpoint, String resource) {
        String tried = "wanted to create one of " + endpoint;
        String id = requests.change(tried, "POST", endpoint, resource).path("id").asText("");
        if (id.isEmpty()) {
            throw words().rejected(tried, "the answer has no id; is url its base URL?");
        }
        return id;
    }

    void patchGroup(String group, JsonNode patch) {
        requests.change(
                "wanted to change the members of group " + group,
                "PATCH",
                GROUPS + "/" + encoded(group),
                patch.toString());
    }

    /** Asks for what shows whether address and credential are good. */
    void check() {
        String asked = target.profile().check();
        int query = asked.indexOf("filter=") + "filter=".length();
        String path =
                asked.contains("filter=")
                        ? asked.substring(0, query) + encoded(asked.substring(query))
                        : asked;
        requests.read("asked for " + asked, path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        requests.close();
    }
}
