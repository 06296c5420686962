package dev.ephor.request.config;

import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.CatalogEvent.Notification;
import java.util.List;

/** Reads what admins may assign and who is told. What is left out is as Graph has it. */
final class AdminRulesReader {
    private AdminRulesReader() {}

    static AdminRules read(YamlMap policy, String key, AdminRules usual) {
        return policy.map(key).map(map -> rules(map, usual)).orElse(usual);
    }

    private static AdminRules rules(YamlMap map, AdminRules usual) {
        var rules =
                new AdminRules(
                        map.given("permanent", usual.permanentAllowed(), YamlValue::yesOrNo),
                        map.given("maximumDuration", usual.maximumDuration(), YamlValue::duration),
                        needed(map, "justification", usual.justificationRequired()),
                        needed(map, "mfa", usual.mfaRequired()),
                        needed(map, "ticket", usual.ticketRequired()));
        map.done();
        return rules;
    }

    private static boolean needed(YamlMap map, String key, boolean usual) {
        return map.given(key, usual, StageReader::isRequired);
    }

    static List<Notification> notifications(YamlMap policy) {
        return policy.maps("notifications").stream().map(AdminRulesReader::notification).toList();
    }

    private static Notification notification(YamlMap map) {
        var notification =
                new Notification(
                        map.text("rule"),
                        map.given(
                                "level",
                                Notification.Level.ALL,
                                value -> value.oneOf(Notification.Level.class)),
                        map.given("defaultRecipients", true, YamlValue::yesOrNo),
                        map.list("recipients", YamlValue::text));
        map.done();
        return notification;
    }
}
