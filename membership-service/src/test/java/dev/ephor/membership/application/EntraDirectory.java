package dev.ephor.membership.application;

import dev.ephor.connector.Answer;
import dev.ephor.connector.BoundedGrants.Bounded;
import dev.ephor.connector.Connector;
import dev.ephor.connector.ConnectorProvider;
import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.Roster;
import dev.ephor.connector.WriteBudget;
import dev.ephor.events.MembershipKey;
import dev.ephor.quickstart.entra.EntraEmulator;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.ServiceLoader;

/** The Entra emulator as the one directory, through its connector. */
final class EntraDirectory implements Directories, AutoCloseable {
    private final Connector connector;

    EntraDirectory(EntraEmulator entra, int writes, Duration per) {
        this(entra, Map.of("writes", String.valueOf(writes), "writesPer", per.toString()));
    }

    /**
     * @param more settings beside those that find the emulator
     */
    EntraDirectory(EntraEmulator entra, Map<String, String> more) {
        var values = new HashMap<>(more);
        values.putAll(
                Map.of(
                        "tenantId", entra.registration().tenantId(),
                        "clientId", entra.registration().clientId(),
                        "clientSecretRef", "SECRET",
                        "graphUrl", entra.graphUrl(),
                        "tokenUrl", entra.tokenUrl()));
        var settings = new Settings("entra", values, _ -> entra.registration().clientSecret());
        connector =
                ServiceLoader.load(ConnectorProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(provider -> provider.kind().equals("entra"))
                        .findFirst()
                        .orElseThrow()
                        .open(settings);
    }

    Roster roster() {
        return connector.roster().orElseThrow();
    }

    @Override
    public String of(MembershipKey key) {
        return "entra";
    }

    @Override
    public WriteBudget budget(String directory) {
        return connector.writeBudget();
    }

    @Override
    public boolean keepsStanding(MembershipKey key) {
        return true;
    }

    @Override
    public boolean takesBounds(MembershipKey key) {
        return connector.boundedGrants().isPresent();
    }

    @Override
    public List<Answer> grantFor(SequencedMap<MembershipKey, Duration> lengths) {
        return connector
                .boundedGrants()
                .orElseThrow()
                .grant(
                        lengths.entrySet().stream()
                                .map(b -> bounded(b.getKey(), b.getValue()))
                                .toList());
    }

    private static Bounded bounded(MembershipKey key, Duration length) {
        return new Bounded(MemoryDirectory.membership(key), length);
    }

    @Override
    public List<Answer> call(Call call, List<MembershipKey> keys) {
        var memberships = keys.stream().map(MemoryDirectory::membership).toList();
        return switch (call) {
            case GRANT -> connector.grant(memberships);
            case WITHDRAW -> connector.withdraw(memberships);
            case OBSERVE -> connector.observe(memberships);
        };
    }

    @Override
    public void close() {
        connector.close();
    }
}
