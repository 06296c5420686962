package dev.ephor.connector.scim;

import com.fasterxml.jackson.databind.JsonNode;
import de.captaingoldfish.scim.sdk.client.ScimClientConfig;
import de.captaingoldfish.scim.sdk.client.ScimRequestBuilder;
import de.captaingoldfish.scim.sdk.client.builder.ListBuilder;
import de.captaingoldfish.scim.sdk.client.builder.PatchBuilder;
import de.captaingoldfish.scim.sdk.client.exceptions.IORuntimeException;
import de.captaingoldfish.scim.sdk.client.exceptions.SSLHandshakeRuntimeException;
import de.captaingoldfish.scim.sdk.client.exceptions.UnknownHostRuntimeException;
import de.captaingoldfish.scim.sdk.client.response.ServerResponse;
import de.captaingoldfish.scim.sdk.common.request.PatchRequestOperation;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.ResourceNode;
import de.captaingoldfish.scim.sdk.common.resources.User;
import dev.ephor.connector.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The HTTP requests that are made of an application; each either does its work or is a {@link
 * Refusal}.
 */
final class ScimCalls implements AutoCloseable {

    static final String USERS = "/Users";
    static final String GROUPS = "/Groups";

    private final ScimTarget target;
    private final Words words;
    private final ScimRequestBuilder client;

    ScimCalls(ScimTarget target) {
        this.target = target;
        this.words = new Words(target);
        this.client = new ScimRequestBuilder(target.url(), configured(target));
    }

    private static ScimClientConfig configured(ScimTarget target) {
        return ScimClientConfig.builder()
                .httpHeaders(Map.of("Authorization", "Bearer " + target.token()))
                // Applications answer application/json, or nothing on a 204; both are fine.
                .expectedHttpResponseHeaders(Map.of())
                .configManipulator(new KeptOpen(target.timeout()))
                .build();
    }

    Words words() {
        return words;
    }

    /** The users or groups whose attribute has this value; without members. */
    List<JsonNode> find(String endpoint, String attribute, String value) {
        String filter = "%s eq %s".formatted(attribute, Json.quoted(value));
        JsonNode page = list(endpoint, filter);
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode resource : Json.attribute(page, "Resources")) {
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
     * @param attribute what the filter calls a member's value
     */
    boolean hasMember(String group, String attribute, String user) {
        String filter =
                "id eq %s and %s eq %s".formatted(Json.quoted(group), attribute, Json.quoted(user));
        JsonNode found = Json.attribute(list(GROUPS, filter), "Resources");
        if (found.valueStream().anyMatch(g -> !g.path("id").asText().equals(group))) {
            throw new Refusal(new Answer.Rejected(target.name() + " ignores filters"), 400);
        }
        return !found.isEmpty();
    }

    private JsonNode list(String endpoint, String filter) {
        ListBuilder<? extends ResourceNode> list =
                client.list(type(endpoint), endpoint).filter(filter);
        if (endpoint.equals(GROUPS)) {
            list.excludedAttributes("members");
        }
        return read(
                "looked for %s with %s".formatted(endpoint, filter),
                () -> list.get().sendRequest());
    }

    /** The group with all of its members. */
    JsonNode groupWithMembers(String group) {
        String url =
                "%s%s/%s?attributes=members"
                        .formatted(
                                target.url(),
                                GROUPS,
                                URLEncoder.encode(group, StandardCharsets.UTF_8));
        return read(
                "read the members of group " + group,
                () -> client.get(url, Group.class).sendRequest());
    }

    /** The created user or group. */
    JsonNode create(String endpoint, ResourceNode resource) {
        return read(
                "wanted to create one of " + endpoint,
                () -> client.create(type(endpoint), endpoint).setResource(resource).sendRequest());
    }

    void patchGroup(String group, List<PatchRequestOperation> operations) {
        PatchBuilder<Group> patch = client.patch(Group.class, GROUPS, group);
        for (PatchRequestOperation operation : operations) {
            patch.addOperation()
                    .op(operation.getOp())
                    .path(operation.getPath().orElse(null))
                    .valueNode(operation.getValue().orElse(null))
                    .build();
        }
        send("wanted to change the members of group " + group, patch::sendRequest);
    }

    private static Class<? extends ResourceNode> type(String endpoint) {
        return endpoint.equals(USERS) ? User.class : Group.class;
    }

    private JsonNode read(String tried, Supplier<ServerResponse<?>> call) {
        JsonNode body = Json.parse(send(tried, call).getResponseBody());
        if (!body.isObject()) {
            throw words.rejected(tried, "the answer is no SCIM; is url its base URL?");
        }
        return body;
    }

    private ServerResponse<?> send(String tried, Supplier<ServerResponse<?>> call) {
        ServerResponse<?> response;
        try {
            response = call.get();
        } catch (SSLHandshakeRuntimeException e) {
            throw words.rejected(
                    tried, "its certificate is not trusted: mend it or the trust store");
        } catch (IORuntimeException | UnknownHostRuntimeException e) {
            throw words.unreachable(tried, e);
        }
        int status = response.getHttpStatus();
        if (status < 200 || status >= 300) {
            throw words.refused(
                    tried, status, response.getHttpHeaders(), response.getResponseBody());
        }
        return response;
    }

    @Override
    public void close() {
        client.close();
    }
}
