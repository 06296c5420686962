package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.events.Policy.Approver;
import dev.ephor.request.domain.ObjectId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Graph's subject sets. */
final class GraphApprovers {
    private GraphApprovers() {}

    static void show(List<Approver> approvers, ArrayNode into) {
        approvers.stream().distinct().forEach(approver -> show(approver, into.addObject()));
    }

    private static void show(Approver approver, ObjectNode into) {
        switch (approver.kind()) {
            case USER ->
                    into.put("@odata.type", "#microsoft.graph.singleUser")
                            .put("userId", approver.id());
            case GROUP ->
                    into.put("@odata.type", "#microsoft.graph.groupMembers")
                            .put("groupId", approver.id());
            case MANAGER ->
                    into.put("@odata.type", "#microsoft.graph.requestorManager")
                            .put("managerLevel", 1);
        }
    }

    static List<Approver> read(RuleMembers stage, String name) {
        return stage.objects(name).stream().map(GraphApprovers::approver).distinct().toList();
    }

    private static Approver approver(RuleMembers subject) {
        return switch (subject.type().toLowerCase(Locale.ROOT)) {
            case "singleuser" -> Approver.user(id(subject, "userId"));
            case "groupmembers" -> Approver.group(id(subject, "groupId"));
            case "requestormanager" -> manager(subject);
            default ->
                    throw subject.refused(
                            "@odata.type",
                            "has to be #microsoft.graph.singleUser, groupMembers or requestorManager");
        };
    }

    private static Approver manager(RuleMembers subject) {
        if (subject.node().hasNonNull("managerLevel") && subject.number("managerLevel") > 1) {
            throw subject.refused("managerLevel", "has to be 1: only the own manager is asked");
        }
        return Approver.manager();
    }

    /** Microsoft's pages have it under both names. */
    private static String id(RuleMembers subject, String name) {
        @Nullable String named = subject.textOrNull(name);
        String id = named == null ? subject.textOrNull("id") : named;
        if (id == null || !JsonMembers.isId(id)) {
            throw subject.refused(name, "has to be an object id");
        }
        return ObjectId.canonical(id);
    }
}
