package dev.ephor.quickstart.app;

import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.Meta;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.filter.resources.FilterResourceResolver;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import dev.ephor.quickstart.app.AppEffect.Change;
import dev.ephor.quickstart.app.Equalities.Equality;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** `/Users` of the application. The library changes what it is given, so it is given copies. */
final class UserResources extends ResourceHandler<User> {
    private final AppState state;

    UserResources(AppState state) {
        this.state = state;
    }

    @Override
    public User createResource(User user, Context context) {
        String id = UUID.randomUUID().toString();
        user.setId(id);
        Instant now = Instant.now();
        stamp(user, now, now);
        state.users().add(id, copy(user));
        state.record(Change.USER_CREATED, Users.account(user));
        return user;
    }

    @Override
    public User getResource(
            String id,
            List<SchemaAttribute> attributes,
            List<SchemaAttribute> excluded,
            Context context) {
        return copy(state.users().get(id));
    }

    @Override
    public PartialListResponse<User> listResources(
            long startIndex,
            int count,
            @Nullable FilterNode filter,
            @Nullable SchemaAttribute sortBy,
            @Nullable SortOrder sortOrder,
            List<SchemaAttribute> attributes,
            List<SchemaAttribute> excluded,
            Context context) {
        List<User> found = filter == null ? state.users().all() : matching(filter);
        List<User> page =
                found.stream().skip(startIndex - 1).limit(count).map(UserResources::copy).toList();
        return PartialListResponse.<User>builder()
                .resources(page)
                .totalResults(found.size())
                .build();
    }

    private List<User> matching(FilterNode filter) {
        return Equalities.all(filter)
                .filter(equalities -> equalities.size() == 1)
                .flatMap(equalities -> indexed(equalities.getFirst()))
                .orElseGet(
                        () ->
                                FilterResourceResolver.filterResources(
                                        getServiceProvider(), state.users().all(), filter));
    }

    /** Nothing where there is no index of that attribute. */
    private Optional<List<User>> indexed(Equality equality) {
        return switch (equality.attribute()) {
            case "id" -> Optional.of(state.users().find(equality.text()).stream().toList());
            case "username" -> Optional.of(state.users().named(equality.text()).stream().toList());
            case "externalid" ->
                    Optional.of(state.users().external(equality.text()).stream().toList());
            case "groups.value" -> Optional.of(membersOf(equality.text()));
            default -> Optional.empty();
        };
    }

    private List<User> membersOf(String group) {
        return state.groups().find(group).map(AppGroup::members).orElse(List.of()).stream()
                .flatMap(member -> state.users().find(member).stream())
                .toList();
    }

    @Override
    public User updateResource(User user, Context context) {
        String id = user.getId().orElseThrow();
        User before = state.users().get(id);
        Instant created = before.getMeta().flatMap(Meta::getCreated).orElseThrow();
        boolean same = withoutMeta(before).equals(withoutMeta(user));
        Instant modified =
                same
                        ? before.getMeta().flatMap(Meta::getLastModified).orElseThrow()
                        : Instant.now();
        stamp(user, created, modified);
        if (!same) {
            state.users().replace(id, copy(user));
            state.record(Change.USER_CHANGED, Users.account(user));
        }
        return user;
    }

    @Override
    public void deleteResource(String id, Context context) {
        Account account = Users.account(state.users().get(id));
        state.leaveAllGroups(id);
        state.users().remove(id);
        state.record(Change.USER_DELETED, account);
    }

    /** The library refuses to put one meta in the place of another. */
    private static void stamp(User user, Instant created, Instant modified) {
        user.remove("meta");
        user.setMeta(
                Meta.builder()
                        .resourceType("User")
                        .created(created)
                        .lastModified(modified)
                        .build());
    }

    private static User withoutMeta(User user) {
        User bare = copy(user);
        bare.remove("meta");
        return bare;
    }

    private static User copy(User user) {
        return JsonHelper.readJsonDocument(user.toString(), User.class);
    }
}
