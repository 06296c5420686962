package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** What has to be given, in Graph's words. */
record Enablement(boolean mfa, boolean justification, boolean ticket) {
    static final String KIND = "Enablement";
    private static final String RULES = "enabledRules";
    private static final String MFA = "MultiFactorAuthentication";
    private static final String JUSTIFICATION = "Justification";
    private static final String TICKET = "Ticketing";

    static Enablement of(RuleMembers rule) {
        Set<String> words = rule.words(RULES, List.of(MFA, JUSTIFICATION, TICKET));
        return new Enablement(
                words.contains(MFA), words.contains(JUSTIFICATION), words.contains(TICKET));
    }

    void show(ObjectNode rule) {
        ArrayNode words = rule.putArray(RULES);
        if (mfa) {
            words.add(MFA);
        }
        if (justification) {
            words.add(JUSTIFICATION);
        }
        if (ticket) {
            words.add(TICKET);
        }
    }
}
