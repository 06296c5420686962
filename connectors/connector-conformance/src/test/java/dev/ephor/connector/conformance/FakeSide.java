package dev.ephor.connector.conformance;

import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.Membership;
import dev.ephor.connector.Roster.Changed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The simplest world there can be: a list of holders that a careless connector can spoil. */
final class FakeSide implements World {

    static final String SECRET = "open-sesame";

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final Set<String> known = ConcurrentHashMap.newKeySet();
    final Map<String, List<String>> holders = new ConcurrentHashMap<>();
    final AtomicInteger open = new AtomicInteger();
    final AtomicInteger opened = new AtomicInteger();
    final Map<Membership, Duration> bounds = new ConcurrentHashMap<>();
    final List<Changed> changes = new CopyOnWriteArrayList<>();
    volatile @Nullable Fault fault;

    @Override
    public Settings settings(Duration timeout) {
        return with("SECRET");
    }

    @Override
    public Settings settingsWithWrongCredential() {
        return with("WRONG");
    }

    private static Settings with(String secretName) {
        return new Settings(
                "fake",
                Map.of("secretRef", secretName),
                name -> name.equals("SECRET") ? SECRET : "wrong");
    }

    @Override
    public String credentialSetting() {
        return "secretRef";
    }

    @Override
    public List<String> secrets() {
        return List.of(SECRET);
    }

    @Override
    public Membership.Group group() {
        var group = unknownGroup();
        known.add(group.id());
        return group;
    }

    @Override
    public Membership.Principal principal() {
        var principal = unknownPrincipal();
        known.add(principal.id());
        return principal;
    }

    @Override
    public Membership.Group unknownGroup() {
        String id = "g" + NUMBERS.incrementAndGet();
        return new Membership.Group("t", id, id);
    }

    @Override
    public Membership.Principal unknownPrincipal() {
        String id = "p" + NUMBERS.incrementAndGet();
        return new Membership.Principal(id, null, null, null, null, null);
    }

    @Override
    public void put(Membership membership) {
        list(membership).add(membership.principal().id());
        note(membership, true);
    }

    @Override
    public void take(Membership membership) {
        bounds.remove(membership);
        if (list(membership).remove(membership.principal().id())) {
            note(membership, false);
        }
    }

    /** Has it end after so long. */
    void bound(Membership membership, Duration length) {
        bounds.put(membership, length);
    }

    @Override
    public void passTime(Duration time) {
        bounds.replaceAll((_, length) -> length.minus(time));
        bounds.forEach(
                (membership, left) -> {
                    if (!left.isPositive()) {
                        take(membership);
                    }
                });
    }

    private void note(Membership m, boolean present) {
        changes.add(new Changed(m.group().id(), m.principal().id(), m.access(), present));
    }

    @Override
    public List<String> holders(Membership.Group group, String access) {
        return List.copyOf(holders.getOrDefault(group.id() + access, List.of()));
    }

    List<String> list(Membership membership) {
        return holders.computeIfAbsent(
                membership.group().id() + membership.access(), _ -> new ArrayList<>());
    }

    @Override
    public void suffer(Fault fault) {
        this.fault = fault;
    }

    @Override
    public void recover() {
        fault = null;
    }

    @Override
    public int openConnections() {
        return open.get();
    }

    @Override
    public int openedConnections() {
        return opened.get();
    }

    @Override
    public void close() {
        holders.clear();
    }
}
