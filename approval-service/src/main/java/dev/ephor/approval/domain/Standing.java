package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalState.Asked;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * How a stage stands at a moment: of those who were asked, who counts by then, and in which panel.
 * Whoever was disabled or lost their group since they were asked counts no longer, although they
 * have agreed already. Whoever is suspended goes on counting, so that the stage waits for them;
 * what they agreed to holds again when they are not suspended any more.
 */
public final class Standing {
    private final AskedStage stage;
    private final List<PanelPeople> panels;
    private final List<Set<String>> members;
    private final Set<String> backups;
    private final Set<String> counting;
    private final Set<String> suspended;

    Standing(AskedStage stage, StagePeople now, Set<String> excluded) {
        this(stage, now, excluded, Set.of());
    }

    private Standing(
            AskedStage stage, StagePeople now, Set<String> excluded, Set<String> suspended) {
        this.stage = stage;
        this.suspended = suspended;
        this.panels = now.panels();
        this.members = now.panels().stream().map(PanelPeople::people).map(Persons::of).toList();
        this.backups = Persons.of(now.backups());
        this.backups.retainAll(Persons.of(stage.backups()));
        this.counting = Persons.of(now.inPanels().toList());
        this.counting.addAll(backups);
        this.counting.retainAll(stage.asked());
        this.counting.removeAll(excluded);
    }

    static Standing of(Course course, Setting setting) {
        AskedStage stage = course.current();
        return new Standing(
                stage, setting.stage(stage.number()), course.excluded(), setting.suspended());
    }

    /** How a stage that is over stood: whoever was asked counts, in any panel if in none by now. */
    public static Standing past(AskedStage stage, StagePeople now) {
        var standing = new Standing(stage, now, Set.of());
        Set<String> elsewhere = stage.asked();
        elsewhere.removeAll(Persons.of(now.inPanels().toList()));
        standing.backups.addAll(elsewhere);
        standing.counting.addAll(elsewhere);
        return standing;
    }

    /** How it stands with the last stage that was opened. */
    public static Standing of(Asked approval, Setting setting) {
        return of(approval.course(), setting);
    }

    /** Whether somebody's vote counts, given or still to come. */
    public boolean counts(String person) {
        return counting.contains(person);
    }

    /** Whether they count, and may decide. */
    public boolean mayDecide(String person) {
        return counts(person) && !suspended.contains(person);
    }

    /** The seats that are filled by now. */
    public Seats agreed() {
        return seats(stage.voters().stream().filter(this::mayDecide).toList());
    }

    /** Those who count and have not agreed yet. */
    public List<String> silent() {
        return counting.stream().filter(stage.silent()::contains).toList();
    }

    /** The seats that these people fill, as far as they count. */
    public Seats seats(Collection<String> people) {
        return new Seats(panels, people.stream().filter(this::counts).toList(), this::fits);
    }

    /** Whether those who count would suffice, if all of them agreed. */
    boolean isReachable() {
        return seats(counting).areFull();
    }

    private boolean fits(String person, int panel) {
        return members.get(panel).contains(person) || backups.contains(person);
    }
}
