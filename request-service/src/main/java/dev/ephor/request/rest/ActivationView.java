package dev.ephor.request.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.Ticket;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.Milestone;
import dev.ephor.request.domain.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An activation with every stage that it has passed and its clock.
 *
 * @param state where it is
 * @param status Graph's status of its request
 * @param duration null: without end
 * @param window null before it is approved
 * @param pendingAt the places that are still to do what is wanted: {@code directory} or a target
 * @param stuckAt the places that do not do it, so that a person has to look
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ActivationView(
        String id,
        String state,
        String status,
        String tenant,
        String group,
        @Nullable String groupName,
        String principal,
        String access,
        @Nullable String justification,
        @Nullable Ticket ticket,
        @Nullable Duration duration,
        @Nullable Window window,
        List<String> approvers,
        List<String> pendingAt,
        List<String> stuckAt,
        List<StageView> stages) {

    /**
     * @param stage such as {@code approved} or {@code targetConfirmed}
     * @param where the directory or a target, where the stage is about one
     * @param at when it was passed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StageView(
            String stage,
            @Nullable String where,
            Instant at,
            @Nullable String by,
            @Nullable String note) {
        static StageView of(Milestone milestone) {
            return new StageView(
                    milestone.stage().text(),
                    milestone.where(),
                    milestone.at(),
                    milestone.by(),
                    milestone.note());
        }
    }

    static ActivationView of(Activation activation, Optional<GroupDefined> group) {
        ActivationRequested request = activation.request();
        return new ActivationView(
                activation.id(),
                activation.state().text(),
                activation.status().text(),
                request.key().tenant(),
                request.key().group(),
                group.map(GroupDefined::displayName).orElse(null),
                request.key().principal(),
                request.key().access().wire(),
                request.justification(),
                request.ticket(),
                request.duration(),
                activation.window(),
                activation.approvers(),
                activation.pendingAt(group.map(GroupDefined::targets).orElse(List.of())),
                activation.stuckAt(),
                activation.progress().milestones().stream().map(StageView::of).toList());
    }
}
