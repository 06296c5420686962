package dev.ephor.quickstart.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A user of the directory. */
record User(String id, String userPrincipalName, ObjectNode properties) implements DirectoryObject {
    @Override
    public String odataType() {
        return "#microsoft.graph.user";
    }
}
