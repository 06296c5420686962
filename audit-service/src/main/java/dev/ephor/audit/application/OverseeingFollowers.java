package dev.ephor.audit.application;

import dev.ephor.events.OperationEvent.FollowerDropped;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.journal.Journal;
import dev.ephor.kit.time.Ids;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the log's followers stand, and how one that is gone for good is given up. */
@ApplicationScoped
public class OverseeingFollowers {
    private final List<String> own;
    private final FollowedLog log;
    private final FindEntries entries;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    OverseeingFollowers(
            @All List<LogFollower> followers,
            FollowedLog log,
            FindEntries entries,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.own = followers.stream().map(LogFollower::name).toList();
        this.log = log;
        this.entries = entries;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One follower.
     *
     * @param lag how many entries it has not taken
     * @param isOwn whether it is a part of audit-service, and not something that was
     */
    public record Overseen(FollowerStanding standing, long lag, boolean isOwn) {}

    /** How dropping ended. */
    public enum Dropping {
        DROPPED,
        UNKNOWN,
        /** It is a part of audit-service. */
        OWN,
        /** Somebody is taking entries under its name just now. */
        AT_WORK
    }

    /** Those that are a part of audit-service. */
    public List<String> own() {
        return own;
    }

    /** All that retention waits for, by name. */
    @Transactional
    public List<Overseen> all() {
        List<FollowerStanding> standings = log.standings();
        long size = entries.head().size();
        return standings.stream().map(one -> overseen(one, size)).toList();
    }

    @Transactional
    public Optional<Overseen> find(String follower) {
        return all().stream().filter(one -> one.standing().name().equals(follower)).findFirst();
    }

    /**
     * Gives a follower up: its position is forgotten, retention waits for it no longer, and the log
     * says so.
     *
     * @param by object id of a person
     */
    @Transactional
    public Dropping drop(String follower, String by, String reason, @Nullable String traceparent) {
        if (own.contains(follower)) {
            return Dropping.OWN;
        }
        Optional<Overseen> found = find(follower);
        if (found.isEmpty()) {
            return Dropping.UNKNOWN;
        }
        if (log.lock(follower).isEmpty()) {
            return Dropping.AT_WORK;
        }
        log.drop(follower);
        say(found.get(), by, reason, traceparent);
        return Dropping.DROPPED;
    }

    private void say(Overseen one, String by, String reason, @Nullable String traceparent) {
        FollowerStanding standing = one.standing();
        var event =
                new FollowerDropped(
                        standing.name(),
                        standing.position(),
                        standing.position() + one.lag(),
                        standing.movedAt(),
                        by,
                        reason,
                        clock.instant());
        String id = ids.next();
        var cause = new Cause(id, null, traceparent, event.droppedAt());
        journal.append("operation/" + id, 0, List.of(event), cause);
    }

    private Overseen overseen(FollowerStanding standing, long size) {
        long lag = Math.max(0, size - standing.position());
        return new Overseen(standing, lag, own.contains(standing.name()));
    }
}
