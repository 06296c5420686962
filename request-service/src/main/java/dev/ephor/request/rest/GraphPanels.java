package dev.ephor.request.rest;

import dev.ephor.events.Policy.Approver;
import dev.ephor.events.Policy.Panel;
import dev.ephor.kit.rest.ApiError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Graph's one list of approvers written over the panels of a stage. */
final class GraphPanels {
    private GraphPanels() {}

    /**
     * One panel takes the list. Of several, those who are not in the list any more leave theirs;
     * who is new in the list could join any, and so is refused.
     */
    static List<Panel> change(List<Panel> panels, RuleMembers stage, List<Approver> wanted) {
        if (panels.size() == 1) {
            Panel panel = panels.getFirst();
            return List.of(new Panel(panel.name(), wanted, panel.quorum()));
        }
        var added = new HashSet<>(wanted);
        var left = new ArrayList<Panel>();
        for (Panel panel : panels) {
            panel.approvers().forEach(added::remove);
            List<Approver> staying = panel.approvers().stream().filter(wanted::contains).toList();
            if (staying.isEmpty() && !panel.approvers().isEmpty()) {
                throw refused(stage, "would leave one of its panels without approvers");
            }
            left.add(new Panel(panel.name(), staying, panel.quorum()));
        }
        if (!added.isEmpty()) {
            throw refused(stage, "does not say which of its panels somebody new joins");
        }
        return left;
    }

    private static ApiError refused(RuleMembers stage, String reason) {
        return stage.refused(
                "primaryApprovers",
                "%s: change the stage through /ephor/v1/policies".formatted(reason));
    }
}
