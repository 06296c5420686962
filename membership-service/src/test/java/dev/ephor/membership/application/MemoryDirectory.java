package dev.ephor.membership.application;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.Membership;
import dev.ephor.connector.Roster;
import dev.ephor.connector.WriteBudget;
import dev.ephor.connector.memory.MemoryConnectorProvider;
import dev.ephor.connector.memory.MemoryWorld;
import dev.ephor.events.MembershipKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One directory for everything, in memory, through the connector SPI. */
final class MemoryDirectory implements Directories, AutoCloseable {
    private final String name = "world-" + UUID.randomUUID();
    private final Connector connector =
            new MemoryConnectorProvider()
                    .open(new Settings("memory", Map.of("world", name), _ -> null));

    boolean keepsStanding = true;
    private final Map<Call, Integer> most = new ConcurrentHashMap<>();
    private volatile WriteBudget budget = WriteBudget.UNLIMITED;

    MemoryWorld world() {
        return MemoryWorld.named(name);
    }

    Roster roster() {
        return connector.roster().orElseThrow();
    }

    @Override
    public String of(MembershipKey key) {
        return "memory";
    }

    @Override
    public boolean keepsStanding(MembershipKey key) {
        return keepsStanding;
    }

    @Override
    public WriteBudget budget(String directory) {
        return budget;
    }

    /** Lets so much be written; before anything is. */
    void let(WriteBudget allowed) {
        budget = allowed;
    }

    /** The most memberships that one such call was about. */
    int most(Call call) {
        return most.getOrDefault(call, 0);
    }

    @Override
    public boolean takesBounds(MembershipKey key) {
        return false;
    }

    @Override
    public List<Answer> grantFor(SequencedMap<MembershipKey, Duration> lengths) {
        throw new UnsupportedOperationException("a directory that takes no bounds is not told any");
    }

    @Override
    public List<Answer> call(Call call, List<MembershipKey> keys) {
        most.merge(call, keys.size(), Math::max);
        var memberships = keys.stream().map(MemoryDirectory::membership).toList();
        return switch (call) {
            case GRANT -> connector.grant(memberships);
            case WITHDRAW -> connector.withdraw(memberships);
            case OBSERVE -> connector.observe(memberships);
        };
    }

    static Membership membership(MembershipKey key) {
        return new Membership(
                new Membership.Group(key.tenant(), key.group(), key.group()),
                new Membership.Principal(key.principal(), null, null, null, null, null),
                key.access().wire());
    }

    @Override
    public void close() {
        connector.close();
    }
}
