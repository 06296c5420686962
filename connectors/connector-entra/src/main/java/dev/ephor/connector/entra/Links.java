package dev.ephor.connector.entra;

import com.microsoft.graph.groups.item.GroupItemRequestBuilder;
import com.microsoft.graph.models.Group;
import com.microsoft.graph.models.ReferenceCreate;
import com.microsoft.kiota.RequestInformation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The links of groups to their members, or to their owners: Graph has the same calls for both. */
record Links(GraphClient client, Access access, String objects) {

    private static final int PAGE = 999;

    /** {@code POST …/members/$ref}. */
    GraphReply add(String group, String principal) {
        return client.send(
                "wanted to add %s to group %s".formatted(principal, group),
                () -> {
                    var reference = new ReferenceCreate();
                    reference.setOdataId(objects + principal);
                    return switch (access) {
                        case MEMBER ->
                                of(group).members().ref().toPostRequestInformation(reference);
                        case OWNER -> of(group).owners().ref().toPostRequestInformation(reference);
                    };
                });
    }

    /** {@code PATCH} with up to 20 {@code members@odata.bind}: all of them or none. */
    GraphReply addAll(String group, List<String> principals) {
        return client.send(
                "wanted to add %d to group %s".formatted(principals.size(), group),
                () -> {
                    var patch = new Group();
                    patch.getAdditionalData()
                            .put(
                                    property() + "@odata.bind",
                                    principals.stream().map(objects::concat).toList());
                    return of(group).toPatchRequestInformation(patch);
                });
    }

    /**
     * {@code DELETE …/members/{id}/$ref}. Without {@code ref()} it would delete the principal
     * itself.
     */
    RequestInformation removal(String group, String principal) {
        return switch (access) {
            case MEMBER ->
                    of(group)
                            .members()
                            .byDirectoryObjectId(principal)
                            .ref()
                            .toDeleteRequestInformation();
            case OWNER ->
                    of(group)
                            .owners()
                            .byDirectoryObjectId(principal)
                            .ref()
                            .toDeleteRequestInformation();
        };
    }

    /**
     * Who is linked directly, read page by page.
     *
     * @param reply the reply to the last page; the others succeeded
     */
    record Direct(GraphReply reply, Set<String> principals) {
        boolean has(String principal) {
            return principals.contains(principal.toLowerCase(Locale.ROOT));
        }
    }

    Direct direct(String group) {
        Set<String> principals = new HashSet<>();
        GraphReply reply = page(group, null);
        while (reply.succeeded()) {
            principals.addAll(ids(reply));
            String next = reply.nextLink();
            if (next == null) {
                break;
            }
            reply = page(group, next);
        }
        return new Direct(reply, principals);
    }

    /** Object ids are the same in any case. */
    static List<String> ids(GraphReply page) {
        return page.body().getAsJsonArray("value").asList().stream()
                .map(o -> o.getAsJsonObject().get("id").getAsString().toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * @param url of the page, as the one before gave it; null for the first
     */
    GraphReply page(String group, @Nullable String url) {
        return client.send(
                "read the %s of group %s".formatted(property(), group),
                () -> url == null ? firstPage(group) : nextPage(group, url));
    }

    private RequestInformation firstPage(String group) {
        return switch (access) {
            case MEMBER ->
                    of(group)
                            .members()
                            .toGetRequestInformation(
                                    c -> {
                                        c.queryParameters.select = new String[] {"id"};
                                        c.queryParameters.top = PAGE;
                                    });
            case OWNER ->
                    of(group)
                            .owners()
                            .toGetRequestInformation(
                                    c -> {
                                        c.queryParameters.select = new String[] {"id"};
                                        c.queryParameters.top = PAGE;
                                    });
        };
    }

    private RequestInformation nextPage(String group, String url) {
        return switch (access) {
            case MEMBER -> of(group).members().withUrl(url).toGetRequestInformation();
            case OWNER -> of(group).owners().withUrl(url).toGetRequestInformation();
        };
    }

    private String property() {
        return access == Access.MEMBER ? "members" : "owners";
    }

    private GroupItemRequestBuilder of(String group) {
        return client.graph().groups().byGroupId(group);
    }
}
