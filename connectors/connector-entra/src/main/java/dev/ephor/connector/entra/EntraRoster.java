package dev.ephor.connector.entra;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.ephor.connector.Membership.Group;
import dev.ephor.connector.Roster;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lists direct members and owners page by page, and follows the delta query of groups ("Get
 * incremental changes for groups" in Graph's documentation).
 *
 * <p>One delta query serves every group of the tenant: it costs one request however many groups are
 * managed, and a change of their number does not make its token void. A filter would take 50 ids at
 * most.
 */
final class EntraRoster implements Roster {

    private static final String DELTA = "/groups/delta";
    private static final String FROM_NOW = "?$select=id,members,owners&$deltatoken=latest";

    private final EntraTenant tenant;
    private final GraphClient client;
    private final Function<Access, Links> links;
    private final Words words;

    EntraRoster(EntraTenant tenant, GraphClient client, Function<Access, Links> links) {
        this.tenant = tenant;
        this.client = client;
        this.links = links;
        this.words = new Words(tenant);
    }

    @Override
    public Page members(Group group, String access, @Nullable String cursor) {
        String tried = "read the %ss of group %s".formatted(access, group.id());
        Optional<Access> known = Access.of(access);
        if (known.isEmpty() || !EntraConnector.OBJECT_ID.matcher(group.id()).matches()) {
            return new Page.Unread(words.rejected(tried, "Entra knows no such access or group id"));
        }
        try {
            GraphReply reply = links.apply(known.get()).page(group.id(), cursor);
            return reply.succeeded()
                    ? new Page.Read(Links.ids(reply), reply.nextLink())
                    : new Page.Unread(words.of(tried, reply));
        } catch (NoAnswer none) {
            return new Page.Unread(none.answer());
        }
    }

    @Override
    public Changes changes(List<Group> groups, @Nullable String mark) {
        String delta = tenant.graphUrl() + DELTA;
        if (mark != null && !mark.startsWith(delta)) {
            return new Changes.MarkLost();
        }
        String tried = "asked for changes of groups";
        String url = mark == null ? delta + FROM_NOW : mark;
        try {
            GraphReply reply =
                    client.send(
                            tried,
                            () ->
                                    client.graph()
                                            .groups()
                                            .delta()
                                            .withUrl(url)
                                            .toGetRequestInformation());
            return reply.saysTokenLost() ? new Changes.MarkLost() : told(tried, reply, groups);
        } catch (NoAnswer none) {
            return new Changes.Unread(none.answer());
        }
    }

    private Changes told(String tried, GraphReply reply, List<Group> groups) {
        String next = reply.nextLink();
        String mark = next == null ? reply.deltaLink() : next;
        if (!reply.succeeded() || mark == null) {
            return new Changes.Unread(words.of(tried, reply));
        }
        return new Changes.Since(changed(reply, groups), mark, next != null);
    }

    private static List<Changed> changed(GraphReply reply, List<Group> groups) {
        Map<String, String> asked =
                groups.stream()
                        .map(Group::id)
                        .collect(
                                Collectors.toMap(
                                        id -> id.toLowerCase(Locale.ROOT), id -> id, (a, _) -> a));
        List<Changed> changed = new ArrayList<>();
        for (JsonElement element : reply.body().getAsJsonArray("value")) {
            JsonObject group = element.getAsJsonObject();
            String id = asked.get(id(group));
            if (id != null) {
                read(group, "members@delta", id, "member", changed);
                read(group, "owners@delta", id, "owner", changed);
            }
        }
        return changed;
    }

    private static void read(
            JsonObject group, String property, String id, String access, List<Changed> changed) {
        if (!group.has(property)) {
            return;
        }
        for (JsonElement element : group.getAsJsonArray(property)) {
            JsonObject link = element.getAsJsonObject();
            changed.add(new Changed(id, id(link), access, !link.has("@removed")));
        }
    }

    private static String id(JsonObject object) {
        return Objects.requireNonNull(object.get("id")).getAsString().toLowerCase(Locale.ROOT);
    }
}
