package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.events.Policy.Approver;
import dev.ephor.events.Policy.Panel;
import dev.ephor.events.Policy.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An approval stage in Graph's words, which know one list of approvers and no quorum. */
final class GraphStage {
    private static final String LAPSE = "approvalStageTimeOutInDays";
    private static final String REASON = "isApproverJustificationRequired";
    private static final String ESCALATION = "escalationTimeInMinutes";
    private static final String ESCALATES = "isEscalationEnabled";
    private static final String APPROVERS = "primaryApprovers";
    private static final String BACKUPS = "escalationApprovers";
    private static final Duration DAY = Duration.ofDays(1);

    private GraphStage() {}

    static Stage ofDefaultApprovers() {
        return new Stage(
                List.of(new Panel(null, List.of(), 1)), List.of(), null, null, DAY, null, false);
    }

    static void show(Stage stage, ObjectNode into) {
        Duration escalates = stage.escalatesAfter();
        into.put(LAPSE, days(stage.lapsesAfter()));
        into.put(REASON, stage.reasonRequired());
        into.put(ESCALATION, escalates == null ? 0 : Math.ceilDiv(escalates.toSeconds(), 60));
        into.put(ESCALATES, escalates != null);
        GraphApprovers.show(approvers(stage), into.putArray(APPROVERS));
        GraphApprovers.show(stage.backups(), into.putArray(BACKUPS));
    }

    private static long days(Duration duration) {
        return Math.max(1, Math.ceilDiv(duration.toSeconds(), DAY.toSeconds()));
    }

    private static List<Approver> approvers(Stage stage) {
        return stage.panels().stream()
                .flatMap(panel -> panel.approvers().stream())
                .distinct()
                .toList();
    }

    /**
     * The stages as wanted: one that is wanted as it stands stays whole; another changes that in
     * its place in what differs; the rest is new. What a wanted one leaves out is as it was.
     */
    static List<Stage> change(
            List<Stage> stages, List<RuleMembers> before, List<RuleMembers> sent) {
        List<RuleMembers> wanted = filled(before, sent);
        int[] same = unchanged(before, wanted);
        var changed = new ArrayList<Stage>();
        for (int i = 0; i < wanted.size(); i++) {
            int place = i;
            boolean isTaken = Arrays.stream(same).anyMatch(taken -> taken == place);
            if (same[i] >= 0) {
                changed.add(stages.get(same[i]));
            } else if (i < stages.size() && !isTaken) {
                changed.add(change(stages.get(i), wanted.get(i)));
            } else {
                changed.add(change(ofDefaultApprovers(), wanted.get(i)));
            }
        }
        return changed;
    }

    private static List<RuleMembers> filled(List<RuleMembers> before, List<RuleMembers> sent) {
        var filled = new ArrayList<RuleMembers>();
        for (int i = 0; i < sent.size(); i++) {
            ObjectNode whole =
                    i < before.size()
                            ? before.get(i).node().deepCopy()
                            : shown(ofDefaultApprovers()).node();
            for (Map.Entry<String, JsonNode> member : sent.get(i).node().properties()) {
                if (!member.getValue().isNull()) {
                    whole.set(member.getKey(), member.getValue());
                }
            }
            filled.add(new RuleMembers(sent.get(i).path(), whole));
        }
        return filled;
    }

    private static RuleMembers shown(Stage stage) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        show(stage, node);
        return new RuleMembers("", node);
    }

    /** For each wanted one the stage that is the same; -1: none is. In order, each once. */
    private static int[] unchanged(List<RuleMembers> before, List<RuleMembers> wanted) {
        int[] same = new int[wanted.size()];
        int next = 0;
        for (int i = 0; i < wanted.size(); i++) {
            same[i] = -1;
            for (int j = next; j < before.size() && same[i] < 0; j++) {
                if (Read.of(before.get(j)).equals(Read.of(wanted.get(i)))) {
                    same[i] = j;
                    next = j + 1;
                }
            }
        }
        return same;
    }

    /** What Graph says of a stage; names of approvers are for people and no part of it. */
    private record Read(
            long days,
            boolean reason,
            int escalation,
            boolean escalates,
            Set<Approver> approvers,
            Set<Approver> backups) {
        static Read of(RuleMembers stage) {
            return new Read(
                    stage.number(LAPSE),
                    stage.flag(REASON),
                    stage.number(ESCALATION),
                    stage.flag(ESCALATES),
                    Set.copyOf(GraphApprovers.read(stage, APPROVERS)),
                    Set.copyOf(GraphApprovers.read(stage, BACKUPS)));
        }
    }

    private static Stage change(Stage stage, RuleMembers wanted) {
        Read was = Read.of(shown(stage));
        Read is = Read.of(wanted);
        boolean escalation =
                was.escalates() == is.escalates() && was.escalation() == is.escalation();
        return new Stage(
                was.approvers().equals(is.approvers())
                        ? stage.panels()
                        : GraphPanels.change(
                                stage.panels(), wanted, GraphApprovers.read(wanted, APPROVERS)),
                was.backups().equals(is.backups())
                        ? stage.backups()
                        : GraphApprovers.read(wanted, BACKUPS),
                escalation ? stage.escalatesAfter() : escalation(is),
                stage.remindsAfter(),
                was.days() == is.days() ? stage.lapsesAfter() : DAY.multipliedBy(is.days()),
                stage.stepUp(),
                is.reason());
    }

    private static @Nullable Duration escalation(Read wanted) {
        return wanted.escalates() ? Duration.ofMinutes(wanted.escalation()) : null;
    }
}
