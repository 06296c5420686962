package dev.ephor.connector.memory;

import dev.ephor.connector.Answer;
import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.Membership;
import dev.ephor.connector.conformance.Fault;
import dev.ephor.connector.conformance.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A {@link MemoryWorld} of its own as the other side of the suite. */
final class MemorySide implements World {

    private static final String TOKEN = "open-sesame";

    private final String name = UUID.randomUUID().toString();
    private final MemoryWorld world = MemoryWorld.named(name);

    MemorySide() {
        world.demand(TOKEN);
    }

    @Override
    public Settings settings(Duration timeout) {
        return settings(TOKEN);
    }

    @Override
    public Settings settingsWithWrongCredential() {
        return settings("wrong");
    }

    private Settings settings(String token) {
        return new Settings("m", Map.of("world", name, "tokenRef", "TOKEN"), _ -> token);
    }

    @Override
    public String credentialSetting() {
        return "tokenRef";
    }

    @Override
    public List<String> secrets() {
        return List.of(TOKEN);
    }

    @Override
    public Membership.Group group() {
        String id = UUID.randomUUID().toString();
        return new Membership.Group("t", id, id);
    }

    @Override
    public Membership.Principal principal() {
        return new Membership.Principal(UUID.randomUUID().toString(), null, null, null, null, null);
    }

    @Override
    public Membership.Group unknownGroup() {
        var group = group();
        world.forget(group.id());
        return group;
    }

    @Override
    public Membership.Principal unknownPrincipal() {
        var principal = principal();
        world.forget(principal.id());
        return principal;
    }

    @Override
    public void put(Membership membership) {
        world.put(membership);
    }

    @Override
    public void take(Membership membership) {
        world.take(membership);
    }

    @Override
    public List<String> holders(Membership.Group group, String access) {
        return List.copyOf(world.holders(group.tenant(), group.id(), access));
    }

    @Override
    public void suffer(Fault fault) {
        for (Call call : Call.values()) {
            switch (fault) {
                case THROTTLED -> world.fail(call, new Answer.Transient("busy", RETRY_AFTER));
                case BROKEN -> world.fail(call, new Answer.Transient("broken", null));
                case ANSWER_LOST -> world.loseAnswer(call, 1, new Answer.Transient("lost", null));
                case REFUSING, SILENT -> world.fail(call, new Answer.Unreachable("nobody"));
            }
        }
    }

    @Override
    public void recover() {
        world.recover();
    }

    @Override
    public int openConnections() {
        return world.openConnections();
    }

    @Override
    public int openedConnections() {
        return world.openedConnections();
    }

    @Override
    public void close() {
        world.reset();
    }
}
