package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.ModificationType;
import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.Membership;
import dev.ephor.connector.conformance.Fault;
import dev.ephor.connector.conformance.Wire;
import dev.ephor.connector.conformance.World;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A directory server behind a wire that can be cut. */
final class LdapSide implements World {

    private static final String TENANT = "7d1c0a52-0000-4000-8000-00000000a001";

    private final Server server;
    private final Layout layout;
    private final Wire wire;
    private final Hand hand;
    private final boolean ownsServer;

    /** A world with a server of its own. */
    static LdapSide of(Server server) {
        return new LdapSide(server, true);
    }

    /** A world in a server that others use as well. */
    static LdapSide in(Server server) {
        return new LdapSide(server, false);
    }

    private LdapSide(Server server, boolean ownsServer) {
        this.server = server;
        this.layout = server.layout();
        this.wire = new Wire(new InetSocketAddress(server.host(), server.port()));
        this.hand = new Hand(server);
        this.ownsServer = ownsServer;
    }

    Hand hand() {
        return hand;
    }

    @Override
    public Settings settings(Duration timeout) {
        return settings(Map.of("timeout", timeout.toString()));
    }

    Settings settings(Map<String, String> more) {
        return settings(more, server.password());
    }

    @Override
    public Settings settingsWithWrongCredential() {
        return settings(Map.of(), "wrong");
    }

    private Settings settings(Map<String, String> more, String password) {
        var values = new HashMap<>(layout.settings());
        values.put("urls", url());
        values.putAll(server.settings());
        values.put("passwordRef", "LDAP_PASSWORD");
        values.putAll(more);
        return new Settings("ad", Map.copyOf(values), _ -> password);
    }

    /** Where a connector reaches the server, through the wire. */
    String url() {
        return "%s://127.0.0.1:%d".formatted(server.scheme(), wire.port());
    }

    @Override
    public String credentialSetting() {
        return "passwordRef";
    }

    @Override
    public List<String> secrets() {
        return List.of(server.password());
    }

    @Override
    public Membership.Group group() {
        Entry entry = hand.added(layout.group(Layout.newName("Admins")));
        return new Membership.Group(TENANT, hand.id(entry), entry.getAttributeValue("cn"));
    }

    @Override
    public Membership.Principal principal() {
        Entry entry = hand.added(layout.person(Layout.newName("User")));
        return new Membership.Principal(
                hand.id(entry), null, null, entry.getAttributeValue("mail"), null, null);
    }

    @Override
    public Membership.Group unknownGroup() {
        return new Membership.Group(TENANT, UUID.randomUUID().toString(), "Nowhere");
    }

    @Override
    public Membership.Principal unknownPrincipal() {
        return new Membership.Principal(UUID.randomUUID().toString(), null, null, null, null, null);
    }

    @Override
    public void put(Membership m) {
        hand.change(ModificationType.ADD, m.group().id(), m.principal().id());
    }

    @Override
    public void take(Membership m) {
        hand.change(ModificationType.DELETE, m.group().id(), m.principal().id());
    }

    @Override
    public List<String> holders(Membership.Group group, String access) {
        return hand.holders(group.id());
    }

    @Override
    public Set<Fault> faults() {
        var faults = EnumSet.of(Fault.REFUSING, Fault.SILENT);
        faults.addAll(server.faults());
        return faults;
    }

    @Override
    public void suffer(Fault fault) {
        switch (fault) {
            case REFUSING -> wire.refuse();
            case SILENT -> wire.fallSilent();
            default -> server.suffer(fault);
        }
    }

    @Override
    public void recover() {
        server.recover();
        wire.recover();
    }

    @Override
    public void passTime(Duration time) {
        server.passTime(time);
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
        if (ownsServer) {
            server.close();
        }
    }
}
