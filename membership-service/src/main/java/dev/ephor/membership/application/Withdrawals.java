package dev.ephor.membership.application;

import dev.ephor.events.MembershipKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What the watchdog withdrew. It waits ever longer before it does so again, as somebody may have
 * given it again; and whoever is to withdraw it after it need most likely only look. Thread-safe.
 */
public final class Withdrawals {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private record Withdrawn(Instant at, Duration pause) {
        Withdrawn again(Instant now) {
            Duration longer = pause.multipliedBy(2);
            return new Withdrawn(now, longer.compareTo(LONGEST) < 0 ? longer : LONGEST);
        }

        boolean rests(Instant now) {
            return now.isBefore(at.plus(pause));
        }

        /** It would have been found since, were it still overdue. */
        boolean isPast(Instant now) {
            return now.isAfter(at.plus(pause).plus(FIRST));
        }
    }

    private final Map<MembershipKey, Withdrawn> keys = new ConcurrentHashMap<>();

    /**
     * @param at not later than the directory was called
     */
    void note(MembershipKey key, Instant at) {
        keys.compute(
                key, (_, before) -> before == null ? new Withdrawn(at, FIRST) : before.again(at));
    }

    void forgetPast(Instant now) {
        keys.values().removeIf(withdrawn -> withdrawn.isPast(now));
    }

    /** What is not to be withdrawn again yet. */
    Set<MembershipKey> resting(Instant now) {
        return keys.entrySet().stream()
                .filter(e -> e.getValue().rests(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Whether it was withdrawn after its removal became wanted, a short time ago. */
    boolean happenedSince(Instant wanted, MembershipKey key) {
        Withdrawn withdrawn = keys.get(key);
        return withdrawn != null && !withdrawn.at.isBefore(wanted);
    }
}
