package dev.ephor.request.mailing;

import java.util.List;

/**
 * Who is told what.
 *
 * @param rule Graph's notification rule that may say otherwise
 * @param urgent whether it still goes out where only what is critical does
 * @param principals object ids of those concerned
 */
record Telling(Rule rule, boolean urgent, List<String> principals, Notice notice) {
    Telling {
        principals = List.copyOf(principals);
    }

    /** Graph's nine notification rules, as far as something is told under them. */
    enum Rule {
        HOLDER_OF_ELIGIBILITY("Notification_Requestor_Admin_Eligibility"),
        ADMIN_OF_ELIGIBILITY("Notification_Admin_Admin_Eligibility"),
        DECIDER_OF_ELIGIBILITY("Notification_Approver_Admin_Eligibility"),
        HOLDER_OF_ASSIGNMENT("Notification_Requestor_Admin_Assignment"),
        ADMIN_OF_ASSIGNMENT("Notification_Admin_Admin_Assignment"),
        REQUESTER("Notification_Requestor_EndUser_Assignment"),
        ADMIN_OF_ACTIVATION("Notification_Admin_EndUser_Assignment"),
        APPROVER("Notification_Approver_EndUser_Assignment"),
        /** Of a change to the rules themselves; none of the nine can silence it. */
        ALWAYS("");

        private final String id;

        Rule(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }
}
