package dev.ephor.approval.domain;

import dev.ephor.events.Policy;
import dev.ephor.events.Policy.Approver;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes persons of what a policy says about approvers. */
public final class Staffing {
    /** A stage without panels is one of the tenant's default approvers. */
    private static final List<Policy.Panel> DEFAULT = List.of(new Policy.Panel(null, List.of(), 1));

    private final ActivationRequested request;
    private final Staff staff;

    public Staffing(ActivationRequested request, Staff staff) {
        this.request = request;
        this.staff = staff;
    }

    public StagePeople people(Policy.Stage stage, String stageId) {
        var panels = stage.panels().isEmpty() ? DEFAULT : stage.panels();
        return new StagePeople(
                stageId, panels.stream().map(this::panel).toList(), persons(stage.backups()));
    }

    private PanelPeople panel(Policy.Panel panel) {
        var approvers = panel.approvers().isEmpty() ? staff.defaults() : panel.approvers();
        return new PanelPeople(panel.name(), Math.max(1, panel.quorum()), persons(approvers));
    }

    private List<String> persons(List<Approver> approvers) {
        Set<String> seen = Persons.of(Set.of());
        return approvers.stream()
                .flatMap(this::persons)
                .filter(person -> !staff.isDisabled(person))
                .filter(seen::add)
                .toList();
    }

    private Stream<String> persons(Approver approver) {
        return switch (approver.kind()) {
            case USER -> Stream.ofNullable(approver.id());
            case GROUP -> Stream.ofNullable(approver.id()).flatMap(this::members);
            case MANAGER -> staff.managerOf(request.key().principal()).stream();
        };
    }

    private Stream<String> members(String group) {
        return staff.membersOf(group).stream();
    }
}
