package dev.ephor.approval.application;

import dev.ephor.approval.domain.Staff;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Policy.Approver;
import dev.ephor.events.Policy.Stage;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.util.List;
import java.util.stream.Stream;

/** What the catalogue has to hold so that it can be told whom a request asks, by its keys. */
final class Needed {
    private Needed() {}

    static Stream<String> of(ActivationRequested request, Staff staff) {
        List<Stage> stages = request.policy().stages();
        MembershipKey key = request.key();
        Stream<String> named = stages.stream().flatMap(Needed::approvers).flatMap(a -> key(a, key));
        return stages.stream().anyMatch(Needed::asksTheDefaults)
                ? Stream.concat(named, defaults(key, staff))
                : named;
    }

    private static Stream<Approver> approvers(Stage stage) {
        return Stream.concat(
                stage.panels().stream().flatMap(panel -> panel.approvers().stream()),
                stage.backups().stream());
    }

    private static boolean asksTheDefaults(Stage stage) {
        return stage.panels().isEmpty()
                || stage.panels().stream().anyMatch(panel -> panel.approvers().isEmpty());
    }

    private static Stream<String> defaults(MembershipKey key, Staff staff) {
        return Stream.concat(
                Stream.of("tenant/" + key.tenant()),
                staff.defaults().stream().flatMap(approver -> key(approver, key)));
    }

    /** A person is asked by their id alone, so that nothing has to be known of them. */
    private static Stream<String> key(Approver approver, MembershipKey key) {
        return switch (approver.kind()) {
            case USER -> Stream.empty();
            case GROUP -> Stream.of("approver-group/%s/%s".formatted(key.tenant(), approver.id()));
            case MANAGER -> Stream.of("principal/%s/%s".formatted(key.tenant(), key.principal()));
        };
    }
}
