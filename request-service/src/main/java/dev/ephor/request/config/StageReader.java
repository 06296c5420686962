package dev.ephor.request.config;

import dev.ephor.events.Policy.Panel;
import dev.ephor.events.Policy.Stage;
import java.time.Duration;
import java.util.List;

/**
 * Reads approval stages. A stage with one panel can be written without {@code panels}, and an
 * approval with one stage without {@code stages}.
 */
final class StageReader {
    private static final Duration LAPSE = Duration.ofDays(1);
    private static final int MOST = 100;

    private final ApproversReader approvers;

    StageReader(ApproversReader approvers) {
        this.approvers = approvers;
    }

    List<Stage> read(YamlMap approval) {
        List<Stage> stages =
                approval.keys().contains("stages")
                        ? approval.maps("stages").stream().map(this::whole).toList()
                        : List.of(stage(approval));
        if (stages.isEmpty()) {
            approval.fault("has no stages: leave approval out where nobody has to approve");
        }
        return stages;
    }

    private Stage whole(YamlMap map) {
        Stage stage = stage(map);
        map.done();
        return stage;
    }

    private Stage stage(YamlMap map) {
        return new Stage(
                panels(map),
                approvers.list(map, "backups"),
                map.durationOrNull("escalatesAfter"),
                map.durationOrNull("remindsAfter"),
                map.given("lapsesAfter", LAPSE, YamlValue::duration),
                SignInReader.read(map, "mfa"),
                map.given("reason", false, StageReader::isRequired));
    }

    private List<Panel> panels(YamlMap map) {
        if (!map.keys().contains("panels")) {
            if (!map.keys().contains("approvers")) {
                map.fault(
                        "has no approvers, so that nobody could ever approve; write approvers: default for the tenant's");
            }
            return List.of(panel(map));
        }
        List<Panel> panels =
                map.maps("panels").stream()
                        .map(
                                panel -> {
                                    Panel read = panel(panel);
                                    panel.done();
                                    return read;
                                })
                        .toList();
        if (panels.isEmpty()) {
            map.fault("has no panels, so that nobody could ever approve");
        }
        return panels;
    }

    private Panel panel(YamlMap map) {
        return new Panel(
                map.textOrNull("name"),
                approvers.orDefault(map, "approvers"),
                map.given("quorum", 1, value -> value.wholeNumber(1, MOST)));
    }

    static boolean isRequired(YamlValue value) {
        String text = value.text();
        if (!text.equals("required") && !text.equals("optional")) {
            value.fault("has to be required or optional");
        }
        return text.equals("required");
    }
}
