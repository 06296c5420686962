package dev.ephor.quickstart.entra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** A group of the directory with its members and owners, guarded by one lock per group. */
final class Group implements DirectoryObject {
    private final String id;
    private final ObjectNode properties;
    private final Links members = new Links();
    private final Links owners = new Links();

    Group(String id, ObjectNode properties) {
        this.id = id;
        this.properties = properties;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ObjectNode properties() {
        return properties;
    }

    @Override
    public String odataType() {
        return "#microsoft.graph.group";
    }

    String displayName() {
        return properties.path("displayName").asText();
    }

    boolean dynamic() {
        for (JsonNode type : properties.path("groupTypes")) {
            if (type.asText().equals("DynamicMembership")) {
                return true;
            }
        }
        return false;
    }

    boolean synchronised() {
        return properties.path("onPremisesSyncEnabled").asBoolean(false);
    }

    /**
     * Microsoft 365 groups have mail and are writable; other groups with mail belong to Exchange.
     */
    boolean ownedByExchange() {
        return properties.path("mailEnabled").asBoolean(false)
                && !properties.path("groupTypes").toString().contains("Unified");
    }

    /** Runs with this group's links to itself; nothing in it may wait for anything else. */
    synchronized <T> T links(Access access, Function<Links, T> use) {
        return use.apply(access == Access.MEMBER ? members : owners);
    }

    List<String> all(Access access) {
        return links(access, Links::all);
    }
}
