package dev.ephor.connector.scim;

import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.Membership;
import dev.ephor.connector.conformance.Fault;
import dev.ephor.connector.conformance.Wire;
import dev.ephor.connector.conformance.World;
import dev.ephor.quickstart.app.Account;
import dev.ephor.quickstart.app.Manners;
import dev.ephor.quickstart.app.ScimApplication;
import dev.ephor.quickstart.http.FaultRule;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** App1, a real SCIM server, behind a wire that can be cut. */
final class AppSide implements World {

    private static final String HAND = "Bearer of-an-admin-there";

    final ScimApplication app;
    final AppHand hand;
    final Map<String, String> ids = new HashMap<>();
    private final Wire wire;
    private final Entrance entrance;
    private final Map<String, String> extra;

    AppSide(Map<String, String> extraSettings) {
        this(Manners.PLAIN, new Entrance.ByToken(), extraSettings);
    }

    AppSide(Manners manners, Entrance entrance, Map<String, String> extraSettings) {
        this.entrance = entrance;
        this.extra = extraSettings;
        this.app = ScimApplication.start(0, a -> a.equals(HAND) || entrance.admits(a), manners);
        this.hand = new AppHand(app.scimUrl(), HAND);
        this.wire = new Wire(app.port());
    }

    @Override
    public Settings settings(Duration timeout) {
        return settings(timeout, entrance.secret());
    }

    @Override
    public Settings settingsWithWrongCredential() {
        return settings(Duration.ofSeconds(10), "wrong");
    }

    private Settings settings(Duration timeout, String secret) {
        var values = new HashMap<>(extra);
        values.putAll(entrance.settings());
        values.put("url", "http://127.0.0.1:%d/scim/v2/".formatted(wire.port()));
        values.put("timeout", timeout.toString());
        return new Settings("app1", values, _ -> secret);
    }

    @Override
    public String credentialSetting() {
        return entrance.credentialSetting();
    }

    @Override
    public List<String> secrets() {
        return entrance.secrets();
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

    /** Somebody whom the application does not know yet, and who can be created there. */
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
        return app.members(group.displayName()).stream().map(Account::externalId).toList();
    }

    @Override
    public void suffer(Fault fault) {
        switch (fault) {
            case THROTTLED -> always("", dev.ephor.quickstart.http.Fault.throttled(7));
            case BROKEN -> always("", dev.ephor.quickstart.http.Fault.status(500));
            case ANSWER_LOST ->
                    always("PATCH", dev.ephor.quickstart.http.Fault.statusAfterCommit(504));
            case REFUSING -> wire.refuse();
            case SILENT -> wire.fallSilent();
        }
    }

    private void always(String method, dev.ephor.quickstart.http.Fault fault) {
        app.faults().add(FaultRule.always(method, "", fault));
    }

    @Override
    public void recover() {
        app.faults().clear();
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
        hand.close();
        app.close();
        entrance.close();
    }
}
