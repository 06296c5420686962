package dev.ephor.connector.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A group as the application lists it with its members. */
record MemberList(JsonNode group) {

    /** The application's ids of the users; groups within the group are left out. */
    List<String> members() {
        return Json.attribute(group, "members")
                .valueStream()
                .filter(m -> !Json.attribute(m, "type").asText("").equalsIgnoreCase("Group"))
                .map(m -> m.path("value").asText())
                .toList();
    }
}
