package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.Policy;
import dev.ephor.events.Policy.Stage;
import dev.ephor.events.PolicyBuilder;
import java.util.List;

/** Who approves an activation. */
record ApprovalRule() implements PolicyRule {
    private static final List<String> MODES = List.of("SingleStage", "Serial", "NoApproval");
    private static final String STAGES = "approvalStages";

    @Override
    public String id() {
        return "Approval_EndUser_Assignment";
    }

    @Override
    public String kind() {
        return "Approval";
    }

    @Override
    public void show(PolicyDefined policy, ObjectNode rule) {
        Policy activation = policy.policy();
        List<Stage> stages = activation.stages();
        ObjectNode setting = rule.putObject("setting");
        setting.put("isApprovalRequired", !stages.isEmpty());
        setting.put("isApprovalRequiredForExtension", activation.approvalForExtension());
        setting.put("isRequestorJustificationRequired", activation.justificationMinimum() > 0);
        setting.put("approvalMode", stages.size() > 1 ? "Serial" : "SingleStage");
        ArrayNode into = setting.putArray(STAGES);
        stages.forEach(stage -> GraphStage.show(stage, into.addObject()));
    }

    /**
     * Whether a justification is needed is told by the rule of what has to be given; here it is
     * repeated, and can be repeated only.
     */
    @Override
    public PolicyDefined change(PolicyDefined policy, RuleMembers before, RuleMembers wanted) {
        Policy activation = policy.policy();
        RuleMembers was = before.object("setting");
        RuleMembers is = wanted.object("setting");
        if (is.flag("isRequestorJustificationRequired")
                != was.flag("isRequestorJustificationRequired")) {
            throw is.refused(
                    "isRequestorJustificationRequired",
                    "follows the rule Enablement_EndUser_Assignment: change that");
        }
        PolicyBuilder changed =
                activation
                        .change()
                        .approvalForExtension(is.flag("isApprovalRequiredForExtension"))
                        .stages(stages(activation.stages(), was, is));
        return ActivationPolicy.with(policy, changed.build());
    }

    private static List<Stage> stages(List<Stage> stages, RuleMembers was, RuleMembers is) {
        String mode = is.word("approvalMode", MODES);
        if (!is.flag("isApprovalRequired") || mode.equals("NoApproval")) {
            return List.of();
        }
        List<RuleMembers> wanted = is.objects(STAGES);
        if (wanted.isEmpty()) {
            return List.of(GraphStage.ofDefaultApprovers());
        }
        return GraphStage.change(stages, was.objects(STAGES), wanted);
    }
}
