package dev.ephor.request.domain;

import dev.ephor.events.Policy;
import dev.ephor.events.RequestEvent.Ticket;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ticket is of the system, and of the form, that the policy names. */
final class TicketMustMatch implements Rule.OfPolicy {
    @Override
    public String name() {
        return RuleNames.TICKETING;
    }

    @Override
    public @Nullable String objection(Policy policy, Request request) {
        Policy.TicketRule wanted = policy.ticket();
        Ticket given = request.wish().ticket();
        if (wanted == null || given == null || !TicketMustBeGiven.isGiven(given)) {
            return null;
        }
        if (wanted.system() != null && !wanted.system().equalsIgnoreCase(given.system())) {
            return "The ticket has to be of the system %s: give it as ticketInfo.ticketSystem."
                    .formatted(wanted.system());
        }
        return objectionToNumber(wanted.pattern(), Objects.requireNonNull(given.number()));
    }

    private static @Nullable String objectionToNumber(@Nullable String pattern, String number) {
        return pattern == null || Pattern.matches(pattern, new ReadSoOften(number))
                ? null
                : "The ticket number has to look like %s.".formatted(pattern);
    }
}
