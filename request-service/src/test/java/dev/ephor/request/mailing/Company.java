package dev.ephor.request.mailing;

import dev.ephor.events.Access;
import dev.ephor.events.Assurance;
import dev.ephor.events.CatalogEvent;
import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.Notification;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.CatalogEvent.TenantDefined;
import dev.ephor.events.Event;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Policy;
import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.Ticket;
import dev.ephor.request.domain.Activation;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of a small company, in memory. */
final class Company implements Known {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final MembershipKey KEY = new MembershipKey("t1", "g1", "a", Access.MEMBER);
    static final Assurance PROOF = new Assurance(null, List.of(), List.of(), NOW);

    private final Map<String, CatalogEvent> defined = new HashMap<>();
    private final Map<String, Activation> activations = new HashMap<>();

    Company() {
        define(new TenantDefined("t1", "example", List.of(), List.of("admin")));
        define(
                new GroupDefined(
                        "t1", "g1", "App1 Administrators", "d", List.of(), List.of("owner")));
        person("a", "User A", "a@example.org");
        person("b", "Approver B", "b@example.org");
        person("admin", "The Admin", "admin@example.org");
        person("owner", "The Owner", "owner@example.org");
        person("nobody", "Without Address", null);
    }

    Company notifying(Notification... notifications) {
        define(
                new PolicyDefined(
                        "t1",
                        "g1",
                        Access.MEMBER,
                        Policy.upTo(Duration.ofHours(8)).build(),
                        AdminRules.ELIGIBILITY,
                        AdminRules.ASSIGNMENT,
                        Arrays.asList(notifications)));
        return this;
    }

    Company asked(String activation, RequestAction action, String justification) {
        var requested =
                new ActivationRequested(
                        KEY,
                        activation,
                        action,
                        "a",
                        "e1",
                        null,
                        PROOF,
                        justification,
                        new Ticket("INC-1", "Helpdesk"),
                        NOW,
                        null,
                        Duration.ofMinutes(90),
                        null,
                        Policy.upTo(Duration.ofHours(8)).build());
        activations.put(activation, Activation.of(requested));
        return this;
    }

    Company heard(String activation, Event event) {
        activations.computeIfPresent(activation, (_, known) -> known.hear(event, NOW));
        return this;
    }

    private void person(String id, String name, String mail) {
        define(
                new PrincipalSeen(
                        "t1", id, id, name, mail, null, null, null, false, Map.of(), List.of()));
    }

    private void define(CatalogEvent event) {
        defined.put(event.partitionKey(), event);
    }

    @Override
    public <T extends CatalogEvent> Optional<T> defined(String catalogueKey, Class<T> kind) {
        return Optional.ofNullable(defined.get(catalogueKey)).map(kind::cast);
    }

    @Override
    public Optional<Activation> activation(String id) {
        return Optional.ofNullable(activations.get(id));
    }

    @Override
    public boolean goesOn(Activation ended) {
        return activations.values().stream().anyMatch(Activation::isUnderway);
    }
}
