package dev.ephor.request.domain;

import dev.ephor.events.CatalogEvent.Notification;
import java.util.List;

/** Graph's nine notification rules. */
public final class NotificationRules {
    /**
     * Who is told, by whom it was done, and of what: {@code Notification_Admin_EndUser_Assignment}.
     */
    public static final List<String> IDS =
            List.of(
                    "Notification_Admin_Admin_Eligibility",
                    "Notification_Requestor_Admin_Eligibility",
                    "Notification_Approver_Admin_Eligibility",
                    "Notification_Admin_Admin_Assignment",
                    "Notification_Requestor_Admin_Assignment",
                    "Notification_Approver_Admin_Assignment",
                    "Notification_Admin_EndUser_Assignment",
                    "Notification_Requestor_EndUser_Assignment",
                    "Notification_Approver_EndUser_Assignment");

    private NotificationRules() {}

    /**
     * What holds for a rule of which nothing is said: everybody concerned is told of everything.
     */
    public static Notification usual(String rule) {
        return new Notification(rule, Notification.Level.ALL, true, List.of());
    }

    /** What holds for a rule. */
    public static Notification of(String rule, List<Notification> notifications) {
        return notifications.stream()
                .filter(notification -> notification.rule().equals(rule))
                .findFirst()
                .orElseGet(() -> usual(rule));
    }
}
