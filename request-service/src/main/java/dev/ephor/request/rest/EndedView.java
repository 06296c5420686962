package dev.ephor.request.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.Milestone;
import dev.ephor.request.domain.Progress;
import dev.ephor.request.domain.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An activation that a response ended.
 *
 * @param endedAt when it was ended
 * @param directory when the directory was read back and had it no more; null: not yet, or it never
 *     had it
 * @param targets the same of each target
 * @param confirmedAt when all of them had said so
 * @param pendingAt the places that are still to do it
 * @param stuckAt the places that do not do it, so that a person has to look
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EndedView(
        String activation,
        String group,
        @Nullable String groupName,
        String principal,
        String access,
        String state,
        @Nullable Instant endedAt,
        @Nullable Instant directory,
        Map<String, Instant> targets,
        @Nullable Instant confirmedAt,
        List<String> pendingAt,
        List<String> stuckAt) {

    static EndedView of(Activation activation, @Nullable GroupDefined group) {
        Progress progress = activation.progress();
        return new EndedView(
                activation.id(),
                activation.key().group(),
                group == null ? null : group.displayName(),
                activation.key().principal(),
                activation.key().access().wire(),
                activation.state().text(),
                at(progress, Stage.REVOCATION_REQUESTED, Stage.CANCELED),
                at(progress, Stage.REMOVED),
                targets(progress),
                at(progress, Stage.ENDED),
                activation.pendingAt(group == null ? List.of() : group.targets()),
                activation.stuckAt());
    }

    private static @Nullable Instant at(Progress progress, Stage... stages) {
        return progress.at(stages).orElse(null);
    }

    private static Map<String, Instant> targets(Progress progress) {
        var targets = new TreeMap<String, Instant>();
        for (Milestone milestone : progress.milestones()) {
            if (milestone.stage() == Stage.TARGET_WITHDRAWN) {
                targets.put(Objects.requireNonNull(milestone.where()), milestone.at());
            }
        }
        return targets;
    }
}
