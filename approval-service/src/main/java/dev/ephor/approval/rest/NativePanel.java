package dev.ephor.approval.rest;

import dev.ephor.approval.application.Seen;
import dev.ephor.approval.domain.AskedStage;
import dev.ephor.approval.domain.PanelPeople;
import dev.ephor.approval.domain.Seats;
import dev.ephor.approval.domain.StagePeople;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One panel of a stage.
 *
 * @param name null: it has none
 * @param quorum how many of it have to agree
 * @param asked those of it who were asked and count; before the stage opens, those who would be
 * @param agreed who agreed and counts in this panel
 * @param missing how many still have to agree
 */
@Schema(name = "ApprovalPanel")
public record NativePanel(
        @Nullable String name, int quorum, List<Person> asked, List<Person> agreed, int missing) {

    static List<NativePanel> opened(Seen seen, AskedStage stage, Person.Names names) {
        StagePeople people = seen.setting().stage(stage.number());
        Set<String> asked = stage.asked();
        Seats seats = seen.agreed(stage);
        return IntStream.range(0, people.panels().size())
                .mapToObj(
                        index -> {
                            PanelPeople panel = people.panels().get(index);
                            return new NativePanel(
                                    panel.name(),
                                    panel.quorum(),
                                    names.persons(
                                            panel.people().stream()
                                                    .filter(asked::contains)
                                                    .toList()),
                                    names.persons(seats.filled(index)),
                                    seats.missing(index));
                        })
                .toList();
    }

    static List<NativePanel> unopened(StagePeople people, Person.Names names) {
        return people.panels().stream()
                .map(
                        panel ->
                                new NativePanel(
                                        panel.name(),
                                        panel.quorum(),
                                        names.persons(panel.people()),
                                        List.of(),
                                        panel.quorum()))
                .toList();
    }
}
