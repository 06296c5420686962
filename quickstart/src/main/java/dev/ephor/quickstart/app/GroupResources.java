package dev.ephor.quickstart.app;

import de.captaingoldfish.scim.sdk.common.constants.ScimType;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.exceptions.BadRequestException;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.complex.Meta;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.patch.PatchOperationHandler;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import dev.ephor.quickstart.app.AppEffect.Change;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** `/Groups` of the application; members are written into an answer only where it asks for them. */
final class GroupResources extends ResourceHandler<Group> {
    private static final String MEMBERS = "members";

    private final AppState state;

    GroupResources(AppState state) {
        this.state = state;
    }

    @Override
    public Group createResource(Group given, Context context) {
        List<String> members = members(given);
        AppGroup group =
                new AppGroup(
                        UUID.randomUUID().toString(),
                        name(given),
                        given.getExternalId().orElse(null));
        state.groups().add(group);
        state.record(Change.GROUP_CREATED, name(given));
        group.change(members, List.of(), state);
        return resource(group, true);
    }

    @Override
    public Group getResource(
            String id,
            List<SchemaAttribute> attributes,
            List<SchemaAttribute> excluded,
            Context context) {
        return resource(state.groups().get(id), asksForMembers(attributes, excluded));
    }

    @Override
    public PartialListResponse<Group> listResources(
            long startIndex,
            int count,
            @Nullable FilterNode filter,
            @Nullable SchemaAttribute sortBy,
            @Nullable SortOrder sortOrder,
            List<SchemaAttribute> attributes,
            List<SchemaAttribute> excluded,
            Context context) {
        List<AppGroup> found =
                filter == null
                        ? state.groups().all()
                        : new GroupSearch(state, getServiceProvider()).find(filter);
        boolean withMembers = asksForMembers(attributes, excluded);
        List<Group> page =
                found.stream()
                        .skip(startIndex - 1)
                        .limit(count)
                        .map(g -> resource(g, withMembers))
                        .toList();
        return PartialListResponse.<Group>builder()
                .resources(page)
                .totalResults(found.size())
                .build();
    }

    @Override
    public Group updateResource(Group given, Context context) {
        AppGroup group = state.groups().get(given.getId().orElseThrow());
        List<String> members = members(given);
        describe(state, group, name(given), given.getExternalId().orElse(null));
        group.replace(members, state);
        return resource(group, true);
    }

    static void describe(AppState state, AppGroup group, String name, @Nullable String externalId) {
        state.groups().rename(group, name);
        if (group.describe(name, externalId)) {
            state.record(Change.GROUP_CHANGED, name);
        }
    }

    @Override
    public void deleteResource(String id, Context context) {
        AppGroup group = state.groups().get(id);
        state.groups().remove(id);
        group.replace(List.of(), state);
        state.record(Change.GROUP_DELETED, group.view().displayName());
    }

    /**
     * Changes the group in place: the library's own way reads, validates and writes every member
     * for each one.
     */
    @Override
    public PatchOperationHandler<Group> getPatchOpResourceHandler(String id, Context context) {
        return new GroupPatch(state, state.groups().get(id));
    }

    private List<String> members(Group given) {
        List<String> members =
                given.getMembers().stream().flatMap(m -> m.getValue().stream()).toList();
        requireUsers(state, members);
        return members;
    }

    static void requireUsers(AppState state, List<String> members) {
        for (String member : members) {
            if (!state.users().has(member)) {
                throw new BadRequestException(
                        "No user with the id '" + member + "' exists",
                        ScimType.RFC7644.INVALID_VALUE);
            }
        }
    }

    private static String name(Group given) {
        return given.getDisplayName()
                .orElseThrow(
                        () ->
                                new BadRequestException(
                                        "A group needs a displayName",
                                        ScimType.RFC7644.INVALID_VALUE));
    }

    private static boolean asksForMembers(
            List<SchemaAttribute> attributes, List<SchemaAttribute> excluded) {
        boolean asked =
                attributes.isEmpty() || attributes.stream().anyMatch(GroupResources::isOfMembers);
        return asked
                && excluded.stream().noneMatch(attribute -> attribute.getName().equals(MEMBERS));
    }

    private static boolean isOfMembers(SchemaAttribute attribute) {
        return attribute.getScimNodeName().startsWith(MEMBERS);
    }

    static Group resource(AppGroup group, boolean withMembers) {
        AppGroup.View view = group.view();
        Meta meta =
                Meta.builder()
                        .resourceType("Group")
                        .created(view.created())
                        .lastModified(view.lastModified())
                        .build();
        List<Member> members =
                withMembers
                        ? group.members().stream().map(GroupResources::member).toList()
                        : List.of();
        return Group.builder()
                .id(view.id())
                .displayName(view.displayName())
                .externalId(view.externalId())
                .members(members)
                .meta(meta)
                .build();
    }

    private static Member member(String id) {
        return Member.builder().value(id).type("User").build();
    }
}
