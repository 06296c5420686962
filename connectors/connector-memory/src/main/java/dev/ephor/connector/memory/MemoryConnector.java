package dev.ephor.connector.memory;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import dev.ephor.connector.Roster;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One open connection to a {@link MemoryWorld}. */
final class MemoryConnector implements Connector {

    private final MemoryWorld world;
    private final String token;
    private final AtomicBoolean open = new AtomicBoolean(true);

    MemoryConnector(MemoryWorld world, String token) {
        this.world = world;
        this.token = token;
        world.connected();
    }

    @Override
    public List<Answer> grant(List<Membership> memberships) {
        return world.answer(Call.GRANT, token, memberships);
    }

    @Override
    public List<Answer> withdraw(List<Membership> memberships) {
        return world.answer(Call.WITHDRAW, token, memberships);
    }

    @Override
    public List<Answer> observe(List<Membership> memberships) {
        return world.answer(Call.OBSERVE, token, memberships);
    }

    @Override
    public Answer check() {
        return world.answer(token);
    }

    @Override
    public Optional<Roster> roster() {
        return Optional.of(new MemoryRoster(world, token));
    }

    @Override
    public void close() {
        if (open.getAndSet(false)) {
            world.disconnected();
        }
    }
}
