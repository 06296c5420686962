package dev.ephor.quickstart.app;

import de.captaingoldfish.scim.sdk.common.constants.ScimType;
import de.captaingoldfish.scim.sdk.common.exceptions.ConflictException;
import de.captaingoldfish.scim.sdk.common.exceptions.ResourceNotFoundException;
import de.captaingoldfish.scim.sdk.common.resources.User;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The application's users by id, and by the names that clients look them up with. */
final class Users {
    private final ConcurrentMap<String, User> byId = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> idByName = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> idByExternalId = new ConcurrentHashMap<>();

    void add(String id, User user) {
        String name = name(user);
        if (idByName.putIfAbsent(name, id) != null) {
            throw new ConflictException(
                    "A user with the userName '" + name + "' exists already",
                    ScimType.RFC7644.UNIQUENESS);
        }
        byId.put(id, user);
        user.getExternalId().ifPresent(externalId -> idByExternalId.put(externalId, id));
    }

    void replace(String id, User user) {
        User before = get(id);
        if (!name(before).equals(name(user))) {
            if (idByName.putIfAbsent(name(user), id) != null) {
                throw new ConflictException(
                        "A user with the userName '" + name(user) + "' exists already",
                        ScimType.RFC7644.UNIQUENESS);
            }
            idByName.remove(name(before), id);
        }
        before.getExternalId().ifPresent(old -> idByExternalId.remove(old, id));
        user.getExternalId().ifPresent(externalId -> idByExternalId.put(externalId, id));
        byId.put(id, user);
    }

    void remove(String id) {
        User user = get(id);
        byId.remove(id);
        idByName.remove(name(user), id);
        user.getExternalId().ifPresent(externalId -> idByExternalId.remove(externalId, id));
    }

    User get(String id) {
        User user = byId.get(id);
        if (user == null) {
            throw new ResourceNotFoundException("A user with the id '" + id + "' does not exist");
        }
        return user;
    }

    boolean has(String id) {
        return byId.containsKey(id);
    }

    Optional<User> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<User> named(String userName) {
        return Optional.ofNullable(idByName.get(userName.toLowerCase(Locale.ROOT)))
                .flatMap(this::find);
    }

    Optional<User> external(String externalId) {
        return Optional.ofNullable(idByExternalId.get(externalId)).flatMap(this::find);
    }

    /** In the order of their ids, so that pages fit together. */
    List<User> all() {
        Collection<User> users = byId.values();
        return users.stream()
                .sorted(Comparator.comparing(user -> user.getId().orElseThrow()))
                .toList();
    }

    Account account(String id) {
        return find(id).map(Users::account).orElseGet(() -> new Account(id, "", "", false));
    }

    static Account account(User user) {
        return new Account(
                user.getId().orElseThrow(),
                user.getUserName().orElseThrow(),
                user.getExternalId().orElse(""),
                user.isActive().orElse(true));
    }

    private static String name(User user) {
        return user.getUserName().orElseThrow().toLowerCase(Locale.ROOT);
    }
}
