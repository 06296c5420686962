package dev.ephor.request.domain;

import dev.ephor.events.Access;
import dev.ephor.events.Assurance;
import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Policy;
import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent.Ticket;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.Command.Cancel;
import dev.ephor.request.domain.Command.Deactivate;
import dev.ephor.request.domain.Command.Recheck;
import dev.ephor.request.domain.Command.Remove;
import dev.ephor.request.domain.Command.Submit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A request that passes every rule of a policy that asks for everything, and its variations. */
record Example(Asking asking, Wish wish, Circumstances circumstances) {
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
                new Asking(
                        "r1",
                        KEY.principal(),
                        signedIn(MFA, NOW.minusSeconds(60)),
                        false,
                        false,
                        NOW),
                new Wish(
                        RequestAction.SELF_ACTIVATE,
                        KEY,
                        null,
                        new Span.Lasting(Duration.ofHours(2)),
                        "restart of billing workers",
                        new Ticket("INC-20417", "Helpdesk")),
                circumstances(STRICT));
    }

    static Assurance signedIn(String acr, Instant at) {
        return new Assurance(acr, List.of("pwd"), List.of(), at);
    }

    /** Of a group without owners, whose principals have no attributes. */
    static Circumstances circumstances(Policy policy) {
        return new Circumstances(
                new GroupDefined(
                        KEY.tenant(), KEY.group(), "Admins", "entra", List.of(), List.of("owner")),
                terms(KEY.group(), policy),
                seen(false, Map.of(), List.of()),
                new Eligibility("e1", KEY, NOW.minus(Duration.ofDays(30)), null),
                List.of(),
                Map.of(),
                List.of(),
                null);
    }

    static PolicyDefined terms(String group, Policy policy) {
        return new PolicyDefined(
                KEY.tenant(),
                group,
                Access.MEMBER,
                policy,
                AdminRules.ELIGIBILITY,
                AdminRules.ASSIGNMENT,
                List.of());
    }

    static PrincipalSeen seen(
            boolean disabled, Map<String, String> attributes, List<String> memberOf) {
        return new PrincipalSeen(
                KEY.tenant(),
                KEY.principal(),
                null,
                null,
                null,
                null,
                null,
                "manager",
                disabled,
                attributes,
                memberOf);
    }

    Submit submit() {
        return new Submit(asking, wish, circumstances);
    }

    Deactivate deactivate() {
        return new Deactivate(asking, wish.key(), "done");
    }

    Remove remove() {
        return new Remove(asking, wish.key(), "no longer needed", circumstances);
    }

    Cancel cancel(String activation) {
        return new Cancel(asking, activation, circumstances);
    }

    Recheck recheck(String activation) {
        return new Recheck(
                new Asking("c1", Command.EPHOR, asking.assurance(), false, false, asking.now()),
                activation,
                circumstances);
    }

    Example id(String id) {
        return asking(a -> asking(a, id, a.by(), a.assurance()));
    }

    Example by(String principal) {
        return asking(a -> asking(a, a.id(), principal, a.assurance()));
    }

    Example byAdmin() {
        return asking(a -> new Asking(a.id(), "admin", a.assurance(), true, false, a.now()));
    }

    Example byApplication() {
        return asking(a -> new Asking(a.id(), a.by(), a.assurance(), a.isAdmin(), true, a.now()));
    }

    Example with(Assurance assurance) {
        return asking(a -> asking(a, a.id(), a.by(), assurance));
    }

    Example at(Instant now) {
        return asking(
                a ->
                        new Asking(
                                a.id(),
                                a.by(),
                                a.assurance(),
                                a.isAdmin(),
                                a.isApplication(),
                                now));
    }

    private static Asking asking(Asking a, String id, String by, Assurance assurance) {
        return new Asking(id, by, assurance, a.isAdmin(), a.isApplication(), a.now());
    }

    Example action(RequestAction action) {
        return wish(w -> wish(w, action, w.start(), w.span()));
    }

    Example start(Instant start) {
        return wish(w -> wish(w, w.action(), start, w.span()));
    }

    Example lasting(Duration duration) {
        return span(duration == null ? new Span.Usual() : new Span.Lasting(duration));
    }

    Example span(Span span) {
        return wish(w -> wish(w, w.action(), w.start(), span));
    }

    private static Wish wish(Wish w, RequestAction action, Instant start, Span span) {
        return new Wish(action, w.key(), start, span, w.justification(), w.ticket());
    }

    Example because(String justification) {
        return wish(
                w -> new Wish(w.action(), w.key(), w.start(), w.span(), justification, w.ticket()));
    }

    Example ticket(Ticket ticket) {
        return wish(
                w -> new Wish(w.action(), w.key(), w.start(), w.span(), w.justification(), ticket));
    }

    Example of(MembershipKey key) {
        return wish(
                w -> new Wish(w.action(), key, w.start(), w.span(), w.justification(), w.ticket()));
    }

    Example under(Policy other) {
        return under(other == null ? null : terms(wish.key().group(), other));
    }

    Example under(PolicyDefined terms) {
        return known(
                c ->
                        new Circumstances(
                                c.group(),
                                terms,
                                c.principal(),
                                c.eligibility(),
                                c.others(),
                                c.names(),
                                c.suspensions(),
                                c.ticket()));
    }

    Example seenAs(PrincipalSeen principal) {
        return known(
                c ->
                        new Circumstances(
                                c.group(),
                                c.terms(),
                                principal,
                                c.eligibility(),
                                c.others(),
                                c.names(),
                                c.suspensions(),
                                c.ticket()));
    }

    Example eligible(Instant start, Instant end) {
        return eligible(new Eligibility("e1", KEY, start, end));
    }

    Example eligible(Eligibility other) {
        return known(
                c ->
                        new Circumstances(
                                c.group(),
                                c.terms(),
                                c.principal(),
                                other,
                                c.others(),
                                c.names(),
                                c.suspensions(),
                                c.ticket()));
    }

    Example beside(PolicyDefined... others) {
        return known(
                c ->
                        new Circumstances(
                                c.group(),
                                c.terms(),
                                c.principal(),
                                c.eligibility(),
                                List.of(others),
                                c.names(),
                                c.suspensions(),
                                c.ticket()));
    }

    Example named(Map<String, String> names) {
        return known(
                c ->
                        new Circumstances(
                                c.group(),
                                c.terms(),
                                c.principal(),
                                c.eligibility(),
                                c.others(),
                                names,
                                c.suspensions(),
                                c.ticket()));
    }

    Example suspended(Suspension... suspensions) {
        return known(
                c ->
                        new Circumstances(
                                c.group(),
                                c.terms(),
                                c.principal(),
                                c.eligibility(),
                                c.others(),
                                c.names(),
                                List.of(suspensions),
                                c.ticket()));
    }

    Example ticketIs(TicketStanding standing) {
        return known(c -> c.with(standing));
    }

    private Example known(UnaryOperator<Circumstances> change) {
        return new Example(asking, wish, change.apply(circumstances));
    }

    private Example asking(UnaryOperator<Asking> change) {
        return new Example(change.apply(asking), wish, circumstances);
    }

    private Example wish(UnaryOperator<Wish> change) {
        return new Example(asking, change.apply(wish), circumstances);
    }
}
