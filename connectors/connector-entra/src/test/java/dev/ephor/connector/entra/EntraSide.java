package dev.ephor.connector.entra;

import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.Membership;
import dev.ephor.connector.conformance.Fault;
import dev.ephor.connector.conformance.Wire;
import dev.ephor.connector.conformance.World;
import dev.ephor.quickstart.entra.EntraEmulator;
import dev.ephor.quickstart.entra.Registration;
import dev.ephor.quickstart.http.FaultRule;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The Entra emulator behind a wire that can be cut. */
final class EntraSide implements World {

    static final String SECRET = "client-secret-0123456789";
    static final String TENANT = "7d1c0a52-0000-4000-8000-00000000a001";
    static final String CLIENT = "c11e4700-0000-4000-8000-00000000c001";

    /** Entra keeps the last owner of a group; this one is never asked about. */
    private static final String CUSTODIAN = UUID.randomUUID().toString();

    final EntraEmulator entra = EntraEmulator.start(0, new Registration(TENANT, CLIENT, SECRET));
    private final Wire wire = new Wire(entra.port());

    private final String grants;

    EntraSide() {
        this("members");
    }

    /**
     * @param grants the setting of that name
     */
    EntraSide(String grants) {
        this.grants = grants;
        entra.addUser(CUSTODIAN, "Custodian", "custodian@example.com");
    }

    @Override
    public Settings settings(Duration timeout) {
        return settings(timeout, SECRET);
    }

    @Override
    public Settings settingsWithWrongCredential() {
        return settings(Duration.ofSeconds(10), "wrong");
    }

    private Settings settings(Duration timeout, String secret) {
        String base = "http://127.0.0.1:" + wire.port();
        var values = new HashMap<String, String>();
        values.put("tenantId", TENANT);
        values.put("clientId", CLIENT);
        values.put("clientSecretRef", "ENTRA_SECRET");
        values.put("graphUrl", base + "/v1.0");
        values.put("tokenUrl", base + "/" + TENANT + "/oauth2/v2.0/token");
        values.put("timeout", timeout.toString());
        values.put("grants", grants);
        return new Settings("entra", Map.copyOf(values), _ -> secret);
    }

    @Override
    public String credentialSetting() {
        return "clientSecretRef";
    }

    @Override
    public List<String> secrets() {
        return List.of(SECRET);
    }

    @Override
    public Membership.Group group() {
        var group = unknownGroup();
        entra.addGroup(group.id(), group.displayName());
        entra.addOwner(group.id(), CUSTODIAN);
        return group;
    }

    @Override
    public Membership.Principal principal() {
        var principal = unknownPrincipal();
        entra.addUser(principal.id(), "Dana", principal.id() + "@example.com");
        return principal;
    }

    @Override
    public Membership.Group unknownGroup() {
        String id = UUID.randomUUID().toString();
        return new Membership.Group(TENANT, id, "Group " + id);
    }

    @Override
    public Membership.Principal unknownPrincipal() {
        return new Membership.Principal(UUID.randomUUID().toString(), null, null, null, null, null);
    }

    @Override
    public void put(Membership m) {
        entra.add(m.group().id(), m.principal().id(), access(m.access()));
    }

    @Override
    public void take(Membership m) {
        entra.remove(m.group().id(), m.principal().id(), access(m.access()));
    }

    private static dev.ephor.quickstart.entra.Access access(String word) {
        return word.equals("owner")
                ? dev.ephor.quickstart.entra.Access.OWNER
                : dev.ephor.quickstart.entra.Access.MEMBER;
    }

    @Override
    public List<String> holders(Membership.Group group, String access) {
        var all = access.equals("owner") ? entra.owners(group.id()) : entra.members(group.id());
        return all.stream().filter(id -> !id.equals(CUSTODIAN)).toList();
    }

    @Override
    public void passTime(Duration time) {
        entra.passTime(time);
    }

    @Override
    public void suffer(Fault fault) {
        switch (fault) {
            case THROTTLED -> always("/v1.0", dev.ephor.quickstart.http.Fault.throttled(7));
            case BROKEN -> always("/v1.0", dev.ephor.quickstart.http.Fault.htmlBadGateway());
            case ANSWER_LOST ->
                    always("/v1.0", dev.ephor.quickstart.http.Fault.statusAfterCommit(504));
            case REFUSING -> wire.refuse();
            case SILENT -> wire.fallSilent();
        }
    }

    private void always(String path, dev.ephor.quickstart.http.Fault fault) {
        entra.faults().add(FaultRule.always("", path, fault));
    }

    @Override
    public void recover() {
        entra.faults().clear();
        wire.recover();
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
        entra.close();
    }
}
