package dev.ephor.request.domain;

import dev.ephor.events.Policy;
import dev.ephor.events.Policy.Approver;
import dev.ephor.events.Policy.Panel;
import dev.ephor.events.Policy.Stage;
import java.util.HashSet;
import java.util.List;

/** Fewer who have to agree, or more who may. Stages and panels are compared in their order. */
final class WeakerApproval {
    private WeakerApproval() {}

    static void between(Policy before, Policy after, Weakening weakening) {
        List<Stage> was = before.stages();
        List<Stage> is = after.stages();
        if (!was.isEmpty() && is.isEmpty()) {
            weakening.when(true, "Nobody has to approve any more.");
            return;
        }
        weakening.when(
                is.size() < was.size(),
                "There are %d approval stages instead of %d.".formatted(is.size(), was.size()));
        for (int i = 0; i < Math.min(was.size(), is.size()); i++) {
            stage("In stage %d: ".formatted(i + 1), was.get(i), is.get(i), weakening);
        }
        weakening.when(
                !was.isEmpty() && before.approvalForExtension() && !after.approvalForExtension(),
                "An extension needs no approval any more.");
    }

    private static void stage(String where, Stage before, Stage after, Weakening weakening) {
        List<Panel> was = before.panels();
        List<Panel> is = after.panels();
        weakening.when(
                is.size() < was.size(),
                "%sThere are %d panels instead of %d.".formatted(where, is.size(), was.size()));
        for (int i = 0; i < Math.min(was.size(), is.size()); i++) {
            panel(where + "Panel %d ".formatted(i + 1), was.get(i), is.get(i), weakening);
        }
        weakening.when(
                more(before.backups(), after.backups()),
                where + "More people may approve as backups.");
        weakening.when(
                before.reasonRequired() && !after.reasonRequired(),
                where + "A decision needs no reason any more.");
        WeakerSignIn.between(
                where + "Of the approver: ", before.stepUp(), after.stepUp(), weakening);
    }

    private static void panel(String where, Panel before, Panel after, Weakening weakening) {
        weakening.when(
                after.quorum() < before.quorum(),
                "%sneeds %d approvals instead of %d."
                        .formatted(where, after.quorum(), before.quorum()));
        // None named means the tenant's default approvers, who cannot be compared.
        weakening.when(
                !before.approvers().isEmpty() && more(before.approvers(), after.approvers()),
                where + "has more approvers than before.");
        weakening.when(
                before.approvers().isEmpty() != after.approvers().isEmpty(),
                where + "has other approvers: the tenant's default ones before or now.");
    }

    private static boolean more(List<Approver> before, List<Approver> after) {
        var was = new HashSet<>(before);
        var is = new HashSet<>(after);
        return is.size() > was.size() && is.containsAll(was);
    }
}
