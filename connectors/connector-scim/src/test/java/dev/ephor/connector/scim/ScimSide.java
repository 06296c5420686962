package dev.ephor.connector.scim;

import dev.ephor.connector.Membership;
import dev.ephor.connector.conformance.Wire;
import dev.ephor.connector.conformance.World;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A SCIM server behind a wire that can be cut, in which somebody makes things known by hand. */
abstract class ScimSide implements World {

    /** The server's ids by the directory's. */
    final Map<String, String> ids = new HashMap<>();

    final AppHand hand;
    final Wire wire;

    ScimSide(AppHand hand, int port) {
        this.hand = hand;
        this.wire = new Wire(port);
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
