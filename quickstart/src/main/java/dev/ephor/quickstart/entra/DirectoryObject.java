package dev.ephor.quickstart.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the directory holds under an object id: a user or a group. */
sealed interface DirectoryObject permits User, Group {
    String id();

    /** All properties as Graph shows them; never changed once made. */
    ObjectNode properties();

    /** Such as `#microsoft.graph.user`. */
    String odataType();
}
