package dev.ephor.request.domain;

import dev.ephor.events.Policy.TicketRule;
import org.jspecify.annotations.Nullable;

/** A ticket that is not needed any more, or may be another. */
final class WeakerTicket {
    private WeakerTicket() {}

    static void between(
            @Nullable TicketRule before, @Nullable TicketRule after, Weakening weakening) {
        if (before == null) {
            return;
        }
        if (after == null) {
            weakening.when(true, "No ticket is needed any more.");
            return;
        }
        other("of the system", before.system(), after.system(), weakening);
        other("of the form", before.pattern(), after.pattern(), weakening);
        other("known to", before.checkedBy(), after.checkedBy(), weakening);
    }

    private static void other(
            String what, @Nullable String before, @Nullable String after, Weakening weakening) {
        if (before != null && after == null) {
            weakening.when(true, "A ticket need not be %s '%s' any more.".formatted(what, before));
        } else {
            weakening.when(
                    before != null && !before.equals(after),
                    "A ticket has to be %s '%s' instead of '%s'.".formatted(what, after, before));
        }
    }
}
