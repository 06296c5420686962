package dev.ephor.request.config;

import dev.ephor.events.Policy.Approver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads who approves: {@code manager}, a principal's id, {@code { user: ID }} or {@code { group: ID
 * }}; or {@code default} for all of them, the tenant's default approvers.
 */
final class ApproversReader {
    private final Names principals;
    private final Names groups;

    ApproversReader(Names principals, Names groups) {
        this.principals = principals;
        this.groups = groups;
    }

    /** What is under this key; empty: the tenant's default approvers. */
    List<Approver> orDefault(YamlMap map, String key) {
        YamlValue value = map.optional(key).orElse(null);
        if (value == null || value.is("default")) {
            return List.of();
        }
        List<Approver> approvers = list(map, key);
        if (approvers.isEmpty()) {
            map.fault(
                    "has no approvers, so that nobody could ever approve; write default for the tenant's");
        }
        return approvers;
    }

    /** Those under this key; none where there is no such key. */
    List<Approver> list(YamlMap map, String key) {
        return map.list(key, this::approver);
    }

    private Approver approver(YamlValue value) {
        if (value.is("manager")) {
            return Approver.manager();
        }
        return value.isMap() ? named(YamlMap.of(value)) : Approver.user(principals.refer(value));
    }

    private Approver named(YamlMap map) {
        @Nullable String user = map.optional("user").map(principals::refer).orElse(null);
        @Nullable String group = map.optional("group").map(groups::refer).orElse(null);
        if ((user == null) == (group == null)) {
            map.fault("has to name either a user or a group");
        }
        map.done();
        return group == null ? Approver.user(user == null ? "" : user) : Approver.group(group);
    }
}
