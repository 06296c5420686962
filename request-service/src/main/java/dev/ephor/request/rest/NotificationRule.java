package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.events.CatalogEvent.Notification;
import dev.ephor.events.CatalogEvent.Notification.Level;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.request.domain.NotificationRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who is told of something. */
record NotificationRule(String id) implements PolicyRule {
    private static final List<String> LEVELS = List.of("None", "Critical", "All");

    @Override
    public String kind() {
        return "Notification";
    }

    @Override
    public void show(PolicyDefined policy, ObjectNode rule) {
        Notification notification = NotificationRules.of(id, policy.notifications());
        rule.put("notificationType", "Email");
        rule.put("recipientType", recipient());
        rule.put("notificationLevel", LEVELS.get(notification.level().ordinal()));
        rule.put("isDefaultRecipientsEnabled", notification.defaultRecipients());
        ArrayNode recipients = rule.putArray("notificationRecipients");
        notification.recipients().forEach(recipients::add);
    }

    private String recipient() {
        return id.split("_", -1)[1];
    }

    @Override
    public PolicyDefined change(PolicyDefined policy, RuleMembers before, RuleMembers wanted) {
        wanted.word("notificationType", List.of("Email"));
        wanted.word("recipientType", List.of(recipient()));
        String level = wanted.word("notificationLevel", LEVELS).toUpperCase(Locale.ROOT);
        var notification =
                new Notification(
                        id,
                        Level.valueOf(level),
                        wanted.flag("isDefaultRecipientsEnabled"),
                        wanted.texts("notificationRecipients"));
        return notification.equals(NotificationRules.of(id, policy.notifications()))
                ? policy
                : with(policy, notification);
    }

    private PolicyDefined with(PolicyDefined policy, Notification notification) {
        var all = new ArrayList<>(policy.notifications());
        all.removeIf(other -> other.rule().equals(id));
        if (!notification.equals(NotificationRules.usual(id))) {
            all.add(notification);
        }
        return new PolicyDefined(
                policy.tenant(),
                policy.group(),
                policy.access(),
                policy.policy(),
                policy.eligibility(),
                policy.assignment(),
                all);
    }
}
