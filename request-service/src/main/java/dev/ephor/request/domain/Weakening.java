package dev.ephor.request.domain;

import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.CatalogEvent.Notification;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In what a policy asks less than it did. Where the two cannot be compared (another ticket pattern,
 * another time zone), that is said as well: somebody should look.
 */
public final class Weakening {
    private final List<String> found = new ArrayList<>();

    private Weakening() {}

    /** A sentence for each rule that asks less; empty: none does. */
    public static List<String> between(PolicyDefined before, PolicyDefined after) {
        var weakening = new Weakening();
        weakening.policy(before.policy(), after.policy());
        weakening.admins("eligibility", before.eligibility(), after.eligibility());
        weakening.admins("assignment", before.assignment(), after.assignment());
        weakening.notifications(before.notifications(), after.notifications());
        return weakening.found;
    }

    void when(boolean weaker, String sentence) {
        if (weaker) {
            found.add(sentence);
        }
    }

    private void policy(Policy before, Policy after) {
        longer("The longest window", before.maximumDuration(), after.maximumDuration());
        when(
                after.clock().compareTo(before.clock()) > 0,
                "The window is counted from %s on instead of %s."
                        .formatted(
                                RuleTexts.small(after.clock()), RuleTexts.small(before.clock())));
        WeakerSignIn.between("", before.stepUp(), after.stepUp(), this);
        when(
                after.justificationMinimum() < before.justificationMinimum(),
                "A justification needs %d characters instead of %d."
                        .formatted(after.justificationMinimum(), before.justificationMinimum()));
        WeakerTicket.between(before.ticket(), after.ticket(), this);
        WeakerApproval.between(before, after, this);
        WeakerRestrictions.between(before, after, this);
        when(
                after.outlivesEligibility() && !before.outlivesEligibility(),
                "An active window goes on when its eligibility is lost.");
    }

    /** Null: as long as somebody likes. */
    void longer(String what, @Nullable Duration before, @Nullable Duration after) {
        boolean longer = before != null && (after == null || after.compareTo(before) > 0);
        when(
                longer,
                "%s is %s instead of %s."
                        .formatted(
                                what,
                                after == null ? "not limited" : RuleTexts.of(after),
                                before == null ? "not limited" : RuleTexts.of(before)));
    }

    private void admins(String what, AdminRules before, AdminRules after) {
        when(
                after.permanentAllowed() && !before.permanentAllowed(),
                "An admin's %s may be without end.".formatted(what));
        longer("An admin's longest " + what, before.maximumDuration(), after.maximumDuration());
        dropped(
                "An admin's %s needs no justification any more.".formatted(what),
                before.justificationRequired(),
                after.justificationRequired());
        dropped(
                "An admin's %s needs no MFA any more.".formatted(what),
                before.mfaRequired(),
                after.mfaRequired());
        dropped(
                "An admin's %s needs no ticket any more.".formatted(what),
                before.ticketRequired(),
                after.ticketRequired());
    }

    private void dropped(String sentence, boolean before, boolean after) {
        when(before && !after, sentence);
    }

    private void notifications(List<Notification> before, List<Notification> after) {
        for (String rule : NotificationRules.IDS) {
            Notification was = NotificationRules.of(rule, before);
            Notification is = NotificationRules.of(rule, after);
            when(
                    is.level().compareTo(was.level()) < 0
                            || was.defaultRecipients() && !is.defaultRecipients()
                            || !is.recipients().containsAll(was.recipients()),
                    "%s tells fewer people, or less.".formatted(rule));
        }
    }
}
