package dev.ephor.request.domain;

import dev.ephor.events.Policy.Approver;
import dev.ephor.events.Policy.Panel;
import dev.ephor.events.Policy.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes an approval stage one that could never be passed, or never do what it says. */
final class StageFaults {
    private final String name;
    private final List<String> found = new ArrayList<>();

    private StageFaults(String name) {
        this.name = name;
    }

    static List<String> of(String name, Stage stage) {
        var faults = new StageFaults(name);
        faults.when(stage.panels().isEmpty(), "has a %s without panels");
        stage.panels().forEach(faults::panel);
        faults.when(!stage.lapsesAfter().isPositive(), "has a %s that lapses at once");
        faults.when(
                (stage.escalatesAfter() == null) != stage.backups().isEmpty(),
                "has a %s with backups or escalatesAfter alone: one needs the other");
        faults.when(
                !isBefore(stage.escalatesAfter(), stage.lapsesAfter()),
                "has a %s that escalates no earlier than it lapses");
        faults.when(
                !isBefore(stage.remindsAfter(), stage.lapsesAfter()),
                "has a %s that reminds no earlier than it lapses");
        return faults.found;
    }

    private void when(boolean wrong, String fault) {
        if (wrong) {
            found.add(fault.formatted(name));
        }
    }

    private static boolean isBefore(@Nullable Duration first, Duration then) {
        return first == null || first.isPositive() && first.compareTo(then) < 0;
    }

    private void panel(Panel panel) {
        List<Approver> approvers = panel.approvers();
        boolean countable =
                !approvers.isEmpty()
                        && approvers.stream().noneMatch(a -> a.kind() == Approver.Kind.GROUP);
        when(panel.quorum() < 1, "has a %s with a quorum of less than one");
        when(
                countable && panel.quorum() > approvers.stream().distinct().count(),
                "has a %s of whom more have to agree than there are");
        when(
                !approvers.stream().allMatch(StageFaults::isSomebody),
                "has a %s with an approver without id");
    }

    private static boolean isSomebody(Approver approver) {
        return (approver.kind() == Approver.Kind.MANAGER) == (approver.id() == null);
    }
}
