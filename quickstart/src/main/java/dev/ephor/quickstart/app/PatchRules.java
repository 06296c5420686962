package dev.ephor.quickstart.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.app.Manners.OpNames;
import dev.ephor.quickstart.app.Manners.Others;
import dev.ephor.quickstart.app.Manners.Patching;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a vendor's application thinks of a PATCH of a group. */
record PatchRules(Patching manners, Predicate<String> isUser) {
    /** Why it is refused, if it is. */
    Optional<String> refusal(JsonNode patch) {
        JsonNode operations = patch.path("Operations");
        List<MemberChange> changes = changes(operations);
        int members = changes.stream().mapToInt(change -> change.users().size()).sum();
        if (operations.size() > manners.mostOperations() || members > manners.mostChanges()) {
            return Optional.of(
                    "At most %d operations and %d members can be changed at once"
                            .formatted(manners.mostOperations(), manners.mostChanges()));
        }
        if (operations.valueStream().anyMatch(o -> !isWellNamed(o.path("op").asText("")))) {
            return Optional.of("An operation is named Add, Remove or Replace");
        }
        return refusal(changes);
    }

    private Optional<String> refusal(List<MemberChange> changes) {
        if (manners.others() == Others.REFUSED && !changes.stream().allMatch(this::isKnown)) {
            return Optional.of("Members cannot be changed in this form");
        }
        return changes.stream()
                .filter(_ -> manners.minds())
                .filter(this::isKnown)
                .flatMap(change -> change.users().stream())
                .filter(isUser.negate())
                .map("User with id %s not found"::formatted)
                .findFirst();
    }

    /** The PATCH without what is ignored. */
    ObjectNode carriedOut(ObjectNode patch) {
        ObjectNode rest = patch.deepCopy();
        ArrayNode operations = rest.putArray("Operations");
        for (JsonNode operation : patch.path("Operations")) {
            if (MemberChange.of(operation).filter(change -> !isKnown(change)).isEmpty()) {
                operations.add(operation);
            }
        }
        return rest;
    }

    private boolean isKnown(MemberChange change) {
        return manners.known().contains(change.kind());
    }

    private boolean isWellNamed(String op) {
        return manners.namesOp() == OpNames.ANY
                || (!op.isEmpty() && Character.isUpperCase(op.charAt(0)));
    }

    private static List<MemberChange> changes(JsonNode operations) {
        return operations.valueStream().flatMap(o -> MemberChange.of(o).stream()).toList();
    }
}
