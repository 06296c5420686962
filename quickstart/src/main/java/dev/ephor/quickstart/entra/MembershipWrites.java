package dev.ephor.quickstart.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What may be written to a group's links, and what Graph says when it may not. */
record MembershipWrites(Directory directory) {
    private static final int LARGEST_BIND = 20;

    void add(String groupId, Access access, String reference) {
        Group group = writable(groupId);
        directory.addAll(group, access, List.of(principal(reference)));
    }

    void remove(String groupId, Access access, String principal) {
        directory.remove(writable(groupId), access, ObjectIds.of(principal));
    }

    /**
     * Links what `members@odata.bind` and `owners@odata.bind` name: all of a property, or none of
     * it.
     */
    void bindAll(Group group, ObjectNode body) {
        for (Access access : Access.values()) {
            List<String> references = Bodies.texts(body, access.property() + "@odata.bind");
            if (references.size() > LARGEST_BIND) {
                throw GraphException.badRequest(
                        "The number of references in '"
                                + access.property()
                                + "@odata.bind' exceeds the maximum of "
                                + LARGEST_BIND
                                + ".");
            }
            directory.addAll(group, access, references.stream().map(this::principal).toList());
        }
    }

    Group writable(String groupId) {
        Group group = directory.group(groupId);
        if (group.dynamic()) {
            throw GraphException.denied();
        }
        if (group.synchronised()) {
            throw GraphException.badRequest(
                    "Unable to update the specified properties for on-premises mastered Directory Sync objects or"
                            + " objects currently undergoing migration.");
        }
        if (group.ownedByExchange()) {
            throw GraphException.badRequest(
                    "Cannot Update a mail-enabled security groups and or distribution list.");
        }
        return group;
    }

    private String principal(String reference) {
        return directory.object(ObjectIds.ofReference(reference)).id();
    }
}
