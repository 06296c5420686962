package dev.ephor.membership.application;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Roster.Changed;
import dev.ephor.connector.Roster.Changes;
import dev.ephor.events.Access;
import dev.ephor.events.MembershipKey;
import dev.ephor.membership.application.Rosters.Managed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for drift in one directory: the changes that it tells every few seconds, and all members of
 * all managed groups now and then, at a bounded rate. Driven step by step by one thread, which
 * waits as each step says.
 */
public final class Sweep {
    /**
     * @param changesEvery how often changes are asked for
     * @param fullEvery how long after a full sweep the next one begins
     * @param fullEveryAlone the same where the directory tells no changes
     * @param reads pages of members that are read in a second, at most
     */
    public record Pace(
            Duration changesEvery, Duration fullEvery, Duration fullEveryAlone, int reads) {}

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final String directory;
    private final Rosters rosters;
    private final FindOwned owners;
    private final Comparing comparing;
    private final SweepMeasures measures;
    private final Clock clock;
    private final Pace pace;
    private @Nullable String mark;
    private final Set<Managed> known = new HashSet<>();
    private @Nullable FullSweep full;
    private boolean ofAll;
    private boolean tellsChanges = true;
    private Instant changesAt = Instant.MIN;
    private Instant fullAt = Instant.MIN;
    private Instant fullBegan = Instant.MIN;
    private Instant pausedUntil = Instant.MIN;

    Sweep(
            String directory,
            Rosters rosters,
            FindOwned owners,
            Comparing comparing,
            SweepMeasures measures,
            Clock clock,
            Pace pace) {
        this.directory = directory;
        this.rosters = rosters;
        this.owners = owners;
        this.comparing = comparing;
        this.measures = measures;
        this.clock = clock;
        this.pace = pace;
    }

    /**
     * Does what is due, one call to the directory at most; blocks.
     *
     * @return how long to wait before the next step
     */
    public Duration step() {
        Instant now = clock.instant();
        if (now.isBefore(pausedUntil)) {
            return Duration.between(now, pausedUntil);
        }
        if (!comparing.nextLook().isAfter(now)) {
            return comparing.lookAgain(now) ? oneRead() : failed(AFTER_FAILURE, now);
        }
        if (tellsChanges && !changesAt.isAfter(now)) {
            return askForChanges(now);
        }
        if (full != null || !fullAt.isAfter(now)) {
            return sweepOn(now);
        }
        return untilNext(now);
    }

    private Duration oneRead() {
        return Duration.ofSeconds(1).dividedBy(pace.reads());
    }

    private Duration untilNext(Instant now) {
        Instant next = tellsChanges && changesAt.isBefore(fullAt) ? changesAt : fullAt;
        next = comparing.nextLook().isBefore(next) ? comparing.nextLook() : next;
        return Duration.between(now, next);
    }

    private Duration askForChanges(Instant now) {
        Changes changes = rosters.changes(directory, mark);
        measures.read(directory, !(changes instanceof Changes.Unread));
        switch (changes) {
            case Changes.Since since -> {
                compare(since.changed(), now);
                mark = since.mark();
                changesAt = since.more() ? now : now.plus(pace.changesEvery());
                readNewcomers(now);
            }
            case Changes.MarkLost _ -> {
                // What happened since is told by nobody: everything is read again.
                mark = null;
                full = null;
                fullAt = now;
            }
            case Changes.NotOffered _ -> tellsChanges = false;
            case Changes.Unread(Answer why) -> {
                return failed(asked(why), now);
            }
        }
        return oneRead();
    }

    private void compare(List<Changed> changes, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        Map<String, List<Managed>> managed =
                rosters.managed(directory).stream().collect(Collectors.groupingBy(Managed::group));
        Predicate<MembershipKey> owned = owners.owned();
        for (Changed changed : changes) {
            managed.getOrDefault(changed.group(), List.of()).stream()
                    .filter(m -> m.access() == Access.of(changed.access()))
                    .flatMap(m -> m.of(changed.principal()).stream())
                    .filter(owned)
                    .forEach(key -> comparing.compare(key, changed.present(), now));
        }
    }

    /** What is managed, or managed in another way, only since the last full sweep is read now. */
    private void readNewcomers(Instant now) {
        if (full == null && fullAt.isAfter(now)) {
            List<Managed> newcomers =
                    rosters.managed(directory).stream().filter(m -> !known.contains(m)).toList();
            if (!newcomers.isEmpty()) {
                newcomers.forEach(comparing::forget);
                begin(newcomers, false, now);
            }
        }
    }

    private FullSweep begin(List<Managed> some, boolean all, Instant now) {
        known.addAll(some);
        ofAll = all;
        fullBegan = now;
        full = new FullSweep(directory, rosters, comparing, some);
        return full;
    }

    private Duration sweepOn(Instant now) {
        FullSweep sweep = full;
        if (sweep == null) {
            known.clear();
            sweep = begin(rosters.managed(directory), true, now);
        }
        if (sweep.isDone()) {
            return ended(now);
        }
        var failure = sweep.step(owners.owned(), now);
        measures.read(directory, failure.isEmpty());
        return failure.filter(why -> !(why instanceof Answer.Rejected)).isPresent()
                ? failed(asked(failure.get()), now)
                : oneRead();
    }

    private Duration ended(Instant now) {
        if (ofAll) {
            measures.swept(directory, known.size(), Duration.between(fullBegan, now));
            fullAt = now.plus(tellsChanges ? pace.fullEvery() : pace.fullEveryAlone());
        }
        full = null;
        return untilNext(now);
    }

    private Duration failed(Duration wait, Instant now) {
        pausedUntil = now.plus(wait);
        return wait;
    }

    private static Duration asked(Answer why) {
        Duration asked = why instanceof Answer.Transient t ? t.retryAfter() : null;
        return asked == null ? AFTER_FAILURE : Backoff.shorter(asked, Backoff.LONGEST);
    }
}
