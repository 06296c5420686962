package dev.ephor.request.application;

import dev.ephor.events.Policy;
import dev.ephor.events.Policy.Approver;
import java.util.stream.Stream;

/** Everybody whom a policy names as one who decides. */
final class Approvers {
    private Approvers() {}

    static Stream<Approver> of(Policy policy) {
        Stream<Approver> stages =
                policy.stages().stream()
                        .flatMap(
                                stage ->
                                        Stream.concat(
                                                stage.panels().stream()
                                                        .flatMap(p -> p.approvers().stream()),
                                                stage.backups().stream()));
        Stream<Approver> exceptions =
                policy.incompatible().stream().flatMap(other -> other.exceptionBy().stream());
        return Stream.concat(stages, exceptions).distinct();
    }
}
