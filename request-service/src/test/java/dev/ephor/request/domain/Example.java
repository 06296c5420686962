package dev.ephor.request.domain;

import dev.ephor.events.Access;
import dev.ephor.events.Assurance;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Policy;
import dev.ephor.events.RequestEvent.Ticket;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.Command.Deactivate;
import dev.ephor.request.domain.Command.Submit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** A request that passes every rule of a policy that asks for everything, and its variations. */
record Example(Asking asking, Wish wish, Policy policy, Eligibility eligibility) {
    static final Instant NOW = Instant.parse("2026-03-04T09:00:00Z");
    static final MembershipKey KEY = new MembershipKey("tenant", "admins", "user-a", Access.MEMBER);
    static final String MFA = "urn:ephor:acr:mfa";
    static final Policy.Stage STAGE =
            Policy.Stage.anyOf(List.of("user-b"), Duration.ofDays(1), null, false);
    static final Policy STRICT =
            Policy.upTo(Duration.ofHours(8))
                    .usually(Duration.ofHours(1))
                    .stepUp(Policy.StepUp.acr(MFA, Duration.ofMinutes(15)))
                    .justification(10)
                    .ticket(new Policy.TicketRule("Helpdesk", "INC-[0-9]+", null))
                    .stages(List.of(STAGE))
                    .build();
    static final Policy LAX = Policy.upTo(Duration.ofHours(8)).usually(Duration.ofHours(1)).build();

    static Example good() {
        return new Example(
                new Asking("r1", KEY.principal(), signedIn(MFA, NOW.minusSeconds(60)), NOW),
                new Wish(
                        KEY,
                        null,
                        Duration.ofHours(2),
                        "restart of billing workers",
                        new Ticket("INC-20417", "Helpdesk")),
                STRICT,
                new Eligibility("e1", KEY, NOW.minus(Duration.ofDays(30)), null));
    }

    static Assurance signedIn(String acr, Instant at) {
        return new Assurance(acr, List.of("pwd"), List.of(), at);
    }

    Submit submit() {
        return new Submit(asking, wish, policy, eligibility);
    }

    Deactivate deactivate() {
        return new Deactivate(asking, wish.key(), "done");
    }

    Example id(String id) {
        return asking(a -> new Asking(id, a.by(), a.assurance(), a.now()));
    }

    Example by(String principal) {
        return asking(a -> new Asking(a.id(), principal, a.assurance(), a.now()));
    }

    Example with(Assurance assurance) {
        return asking(a -> new Asking(a.id(), a.by(), assurance, a.now()));
    }

    Example at(Instant now) {
        return asking(a -> new Asking(a.id(), a.by(), a.assurance(), now));
    }

    Example start(Instant start) {
        return wish(w -> new Wish(w.key(), start, w.duration(), w.justification(), w.ticket()));
    }

    Example lasting(Duration duration) {
        return wish(w -> new Wish(w.key(), w.start(), duration, w.justification(), w.ticket()));
    }

    Example because(String justification) {
        return wish(w -> new Wish(w.key(), w.start(), w.duration(), justification, w.ticket()));
    }

    Example ticket(Ticket ticket) {
        return wish(w -> new Wish(w.key(), w.start(), w.duration(), w.justification(), ticket));
    }

    Example under(Policy other) {
        return new Example(asking, wish, other, eligibility);
    }

    Example eligible(Instant start, Instant end) {
        return eligible(new Eligibility("e1", KEY, start, end));
    }

    Example eligible(Eligibility other) {
        return new Example(asking, wish, policy, other);
    }

    private Example asking(UnaryOperator<Asking> change) {
        return new Example(change.apply(asking), wish, policy, eligibility);
    }

    private Example wish(UnaryOperator<Wish> change) {
        return new Example(asking, change.apply(wish), policy, eligibility);
    }
}
