package dev.ephor.events;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code ephor.catalog} (compacted, written by request-service): what is configured. The newest
 * event of a key is the state of that thing; a removal stays as the last word about it. Settings
 * never hold a secret, only the name of one.
 */
public sealed interface CatalogEvent extends Event {
    String tenant();

    @EventType("dev.ephor.catalog.directory.defined.v1")
    record DirectoryDefined(
            String tenant, String directory, String kind, Map<String, String> settings)
            implements CatalogEvent {
        public DirectoryDefined {
            settings = inOrder(settings);
        }

        @Override
        public String partitionKey() {
            return "directory/" + tenant + "/" + directory;
        }
    }

    @EventType("dev.ephor.catalog.directory.removed.v1")
    record DirectoryRemoved(String tenant, String directory) implements CatalogEvent {
        @Override
        public String partitionKey() {
            return "directory/" + tenant + "/" + directory;
        }
    }

    @EventType("dev.ephor.catalog.target.defined.v1")
    record TargetDefined(String tenant, String target, String kind, Map<String, String> settings)
            implements CatalogEvent {
        public TargetDefined {
            settings = inOrder(settings);
        }

        @Override
        public String partitionKey() {
            return "target/" + tenant + "/" + target;
        }
    }

    @EventType("dev.ephor.catalog.target.removed.v1")
    record TargetRemoved(String tenant, String target) implements CatalogEvent {
        @Override
        public String partitionKey() {
            return "target/" + tenant + "/" + target;
        }
    }

    /**
     * A group under Ephor's care.
     *
     * @param group the directory's object id
     * @param directory the directory that holds it
     * @param targets the targets that are told of its members
     */
    @EventType("dev.ephor.catalog.group.defined.v1")
    record GroupDefined(
            String tenant, String group, String displayName, String directory, List<String> targets)
            implements CatalogEvent {
        public GroupDefined {
            targets = List.copyOf(targets);
        }

        @Override
        public String partitionKey() {
            return "group/" + tenant + "/" + group;
        }
    }

    @EventType("dev.ephor.catalog.group.removed.v1")
    record GroupRemoved(String tenant, String group) implements CatalogEvent {
        @Override
        public String partitionKey() {
            return "group/" + tenant + "/" + group;
        }
    }

    @EventType("dev.ephor.catalog.policy.defined.v1")
    record PolicyDefined(String tenant, String group, Access access, Policy policy)
            implements CatalogEvent {
        @Override
        public String partitionKey() {
            return "policy/" + tenant + "/" + group + "/" + access.wire();
        }
    }

    @EventType("dev.ephor.catalog.policy.removed.v1")
    record PolicyRemoved(String tenant, String group, Access access) implements CatalogEvent {
        @Override
        public String partitionKey() {
            return "policy/" + tenant + "/" + group + "/" + access.wire();
        }
    }

    /**
     * What is known of a principal, so that targets can create the user and people can read a name.
     */
    @EventType("dev.ephor.catalog.principal.seen.v1")
    record PrincipalSeen(
            String tenant,
            String principal,
            @Nullable String userName,
            @Nullable String displayName,
            @Nullable String mail,
            @Nullable String givenName,
            @Nullable String familyName)
            implements CatalogEvent {
        @Override
        public String partitionKey() {
            return "principal/" + tenant + "/" + principal;
        }
    }

    @EventType("dev.ephor.catalog.principal.removed.v1")
    record PrincipalRemoved(String tenant, String principal) implements CatalogEvent {
        @Override
        public String partitionKey() {
            return "principal/" + tenant + "/" + principal;
        }
    }

    /** By name, so that the same settings are the same bytes whichever process says them. */
    private static Map<String, String> inOrder(Map<String, String> settings) {
        return Collections.unmodifiableMap(new TreeMap<>(settings));
    }
}
