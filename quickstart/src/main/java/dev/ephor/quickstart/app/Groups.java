package dev.ephor.quickstart.app;

import de.captaingoldfish.scim.sdk.common.constants.ScimType;
import de.captaingoldfish.scim.sdk.common.exceptions.ConflictException;
import de.captaingoldfish.scim.sdk.common.exceptions.ResourceNotFoundException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The application's groups by id and by display name, which is unique in any case of letters. */
final class Groups {
    private final ConcurrentMap<String, AppGroup> byId = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> idByName = new ConcurrentHashMap<>();

    void add(AppGroup group) {
        claim(group.view().displayName(), group.id());
        byId.put(group.id(), group);
    }

    /** Takes the name for the group, and frees the one it had. */
    void rename(AppGroup group, String newName) {
        String old = key(group.view().displayName());
        if (!old.equals(key(newName))) {
            claim(newName, group.id());
            idByName.remove(old, group.id());
        }
    }

    void remove(String id) {
        AppGroup group = get(id);
        byId.remove(id);
        idByName.remove(key(group.view().displayName()), id);
    }

    AppGroup get(String id) {
        return find(id).orElseThrow(
                        () ->
                                new ResourceNotFoundException(
                                        "A group with the id '" + id + "' does not exist"));
    }

    Optional<AppGroup> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<AppGroup> named(String displayName) {
        return Optional.ofNullable(idByName.get(key(displayName))).flatMap(this::find);
    }

    /** In the order of their ids, so that pages fit together. */
    List<AppGroup> all() {
        return byId.values().stream().sorted(Comparator.comparing(AppGroup::id)).toList();
    }

    private void claim(String displayName, String id) {
        if (idByName.putIfAbsent(key(displayName), id) != null) {
            throw new ConflictException(
                    "A group with the displayName '" + displayName + "' exists already",
                    ScimType.RFC7644.UNIQUENESS);
        }
    }

    private static String key(String displayName) {
        return displayName.toLowerCase(Locale.ROOT);
    }
}
