package dev.ephor.faults.referee;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run made up by hand; its clock is in milliseconds from its beginning. */
final class Run {
    static final Key KEY = new Key("group", "anna");
    private static final long BEGAN = 1_000_000;

    private final List<Asked> asked = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, List<Effect>> places = new LinkedHashMap<>();
    private final List<ByHand> byHand = new ArrayList<>();
    private final List<Said> log = new ArrayList<>();
    private final List<Sealed> sealed = new ArrayList<>();
    private String previous = Leaf.beginning();

    Run() {
        places.put(History.DIRECTORY, new ArrayList<>());
        places.put(History.APPLICATION, new ArrayList<>());
    }

    /** One window that goes as it should. */
    static Run clean() {
        return new Run()
                .asks("a1", 0, 10_000, 201)
                .says("activation.requested", "a1", 10)
                .says("activation.approved", "a1", 15)
                .says("window.opened", "a1", 20)
                .holds(History.DIRECTORY, 30, 10_020)
                .holds(History.APPLICATION, 50, 10_030)
                .says("activation.active", "a1", 60)
                .says("activation.expired", "a1", 10_005)
                .says("activation.ended", "a1", 10_050);
    }

    Run asks(String id, long sent, long end, int status) {
        return asks("selfActivate", id, sent, end, status);
    }

    Run asks(String action, String id, long sent, long end, int status) {
        asked.add(
                new Asked(
                        action,
                        KEY,
                        BEGAN + sent,
                        BEGAN + end,
                        BEGAN + sent,
                        BEGAN + sent + 5,
                        status,
                        status >= 500,
                        id));
        return this;
    }

    /** The server failed before it answered what was asked last. */
    Run stumbling() {
        Asked last = asked.removeLast();
        asked.add(
                new Asked(
                        last.action(),
                        last.key(),
                        last.start(),
                        last.end(),
                        last.sent(),
                        last.answered(),
                        last.status(),
                        true,
                        last.id()));
        return this;
    }

    Run holds(String place, long from, long to) {
        return begins(place, from).ends(place, to);
    }

    Run begins(String place, long at) {
        effects(place).add(new Effect(KEY, true, BEGAN + at));
        return this;
    }

    Run ends(String place, long at) {
        effects(place).add(new Effect(KEY, false, BEGAN + at));
        return this;
    }

    Run without(String place) {
        effects(place).clear();
        return this;
    }

    Run fault(Fault.Scope scope, long from, long until) {
        return fault(scope, from, until, until, true);
    }

    Run fault(Fault.Scope scope, long from, long until, long ready, boolean answers) {
        return fault("kill", scope, from, until, ready, answers);
    }

    Run blackout(long from, long until) {
        return fault("blackout", Fault.Scope.DARK, from, until, until, true);
    }

    private Run fault(
            String kind, Fault.Scope scope, long from, long until, long ready, boolean answers) {
        faults.add(
                new Fault(
                        kind,
                        "membership-service",
                        scope,
                        BEGAN + from,
                        BEGAN + until,
                        BEGAN + ready,
                        answers));
        return this;
    }

    /** Of Anna, to whom nothing else is done then; undone later, or never. */
    Run byHand(ByHand.Way way, long at, long undone) {
        byHand.add(new ByHand(KEY, way, BEGAN + at, undone == Span.OPEN ? undone : BEGAN + undone));
        return this;
    }

    /** Says an event, and has it sealed. */
    Run says(String type, String activation, long at) {
        Said said = said(type, activation, at, type + activation);
        return seals(said);
    }

    Run saysUnsealed(String type, String activation, long at) {
        said(type, activation, at, type + activation);
        return this;
    }

    Run saysUnder(String id, String type, String activation, long at) {
        return seals(said(type, activation, at, id));
    }

    Run saysNoMore(String type) {
        log.removeIf(said -> said.type().equals(type));
        sealed.clear();
        previous = Leaf.beginning();
        List.copyOf(log).forEach(this::seals);
        return this;
    }

    Run sealsAgain(int line) {
        return seals(log.get(line));
    }

    Run changes(int line) {
        Sealed s = sealed.get(line);
        byte[] leaf = s.leaf().clone();
        leaf[leaf.length - 1] ^= 1;
        sealed.set(
                line,
                new Sealed(
                        s.sequence(),
                        s.place(),
                        s.id(),
                        leaf,
                        s.leafHash(),
                        s.previous(),
                        s.hash()));
        return this;
    }

    Run loses(int line) {
        sealed.remove(line);
        return this;
    }

    Run buries(String activation) {
        log.add(new Said("ephor.dead-letters", 0, 0, BEGAN, activation, Map.of(), new byte[0]));
        return this;
    }

    History over() {
        return new History(Map.of(), asked, faults, byHand, places, log, sealed, BEGAN + 600_000);
    }

    Verdict judged() {
        return Verdict.of(over());
    }

    private Said said(String type, String activation, long at, String id) {
        var said =
                new Said(
                        "ephor.memberships",
                        0,
                        log.size(),
                        BEGAN + at,
                        "tenant/group/anna/member",
                        Map.of(
                                "ce_id",
                                id,
                                "ce_source",
                                "/ephor/test",
                                "ce_type",
                                "dev.ephor." + type + ".v1",
                                "ce_correlationid",
                                activation),
                        "{\"membershipEnds\":true}".getBytes(StandardCharsets.UTF_8));
        log.add(said);
        return said;
    }

    private Run seals(Said said) {
        byte[] leaf = Leaf.of(said);
        String leafHash = Leaf.leafHash(leaf);
        String hash = Leaf.hash(previous, leafHash);
        sealed.add(
                new Sealed(sealed.size(), said.place(), said.id(), leaf, leafHash, previous, hash));
        previous = hash;
        return this;
    }

    private List<Effect> effects(String place) {
        return places.get(place);
    }
}
