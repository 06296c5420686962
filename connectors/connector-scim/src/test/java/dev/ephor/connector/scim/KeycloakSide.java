package dev.ephor.connector.scim;

import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.Membership;
import dev.ephor.connector.conformance.Fault;
import dev.ephor.connector.conformance.Wire;
import dev.ephor.connector.conformance.World;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The realm of a running Keycloak, behind a wire that can be cut. */
final class KeycloakSide implements World {

    final AppHand hand = Keycloak.running().hand();
    final Map<String, String> ids = new HashMap<>();
    private final Wire wire = new Wire(Keycloak.running().port);
    private final Map<String, String> extra;

    KeycloakSide(Map<String, String> extraSettings) {
        this.extra = extraSettings;
    }

    @Override
    public Settings settings(Duration timeout) {
        return settings(timeout, Keycloak.SECRET);
    }

    @Override
    public Settings settingsWithWrongCredential() {
        return settings(Duration.ofSeconds(10), "wrong");
    }

    private Settings settings(Duration timeout, String secret) {
        var values = new HashMap<String, String>();
        values.put("profile", "keycloak");
        values.put(
                "url",
                "http://127.0.0.1:%d%s".formatted(wire.port(), Keycloak.running().scimPath()));
        values.put("tokenUrl", Keycloak.running().tokenUrl());
        values.put("clientId", Keycloak.CLIENT);
        values.put("clientSecretRef", "KEYCLOAK_SECRET");
        values.put("timeout", timeout.toString());
        values.putAll(extra);
        return new Settings("keycloak", values, _ -> secret);
    }

    @Override
    public String credentialSetting() {
        return "clientSecretRef";
    }

    @Override
    public List<String> secrets() {
        return List.of(Keycloak.SECRET);
    }

    @Override
    public Membership.Group group() {
        String id = UUID.randomUUID().toString();
        var group = new Membership.Group("t", id, "Zürich & Co. 100% + " + id);
        ids.put(id, hand.createGroup(group.displayName()));
        return group;
    }

    @Override
    public Membership.Principal principal() {
        var principal = stranger();
        ids.put(principal.id(), hand.createUser(principal.userName(), principal.id()));
        return principal;
    }

    Membership.Principal stranger() {
        String id = UUID.randomUUID().toString();
        return new Membership.Principal(
                id, id + "@example.com", "Dana Ray", id + "@mail.example.com", "Dana", "Ray");
    }

    @Override
    public Membership.Group unknownGroup() {
        return new Membership.Group("t", UUID.randomUUID().toString(), "");
    }

    @Override
    public Membership.Principal unknownPrincipal() {
        return new Membership.Principal(UUID.randomUUID().toString(), null, null, null, null, null);
    }

    @Override
    public void put(Membership m) {
        hand.add(ids.get(m.group().id()), ids.get(m.principal().id()));
    }

    @Override
    public void take(Membership m) {
        hand.remove(ids.get(m.group().id()), ids.get(m.principal().id()));
    }

    @Override
    public List<String> holders(Membership.Group group, String access) {
        var members =
                Json.parse(hand.get("/Groups/" + ids.get(group.id()) + "?attributes=members"));
        return members.path("members")
                .valueStream()
                .map(m -> Json.parse(hand.get("/Users/" + m.path("value").asText())))
                .map(user -> user.path("externalId").asText())
                .toList();
    }

    @Override
    public void suffer(Fault fault) {
        switch (fault) {
            case REFUSING -> wire.refuse();
            case SILENT -> wire.fallSilent();
            default -> throw new IllegalArgumentException(fault + " can not be had of Keycloak");
        }
    }

    @Override
    public void recover() {
        wire.recover();
    }

    @Override
    public Set<Fault> faults() {
        return EnumSet.of(Fault.REFUSING, Fault.SILENT);
    }

    @Override
    public int openConnections() {
        return wire.openConnections();
    }

    @Override
    public int openedConnections() {
        return wire.openedConnections();
    }

    @Override
    public void close() {
        wire.close();
        hand.close();
    }
}
