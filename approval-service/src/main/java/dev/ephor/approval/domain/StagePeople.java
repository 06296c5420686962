package dev.ephor.approval.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who could be asked in a stage, as it is known at one moment. Whoever is disabled is left out.
 *
 * @param stageId the id that the stage has, or gets when it opens
 * @param panels those of each panel, in the policy's order
 */
public record StagePeople(String stageId, List<PanelPeople> panels, List<String> backups) {
    public StagePeople {
        panels = List.copyOf(panels);
        backups = List.copyOf(backups);
    }

    public Stream<String> inPanels() {
        return panels.stream().flatMap(panel -> panel.people().stream());
    }
}
