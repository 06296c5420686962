package dev.ephor.membership.kafka;

import dev.ephor.events.MembershipKey;
import dev.ephor.membership.application.FindMemberships;
import dev.ephor.membership.application.FindOverdue;
import dev.ephor.membership.application.FindTroubles;
import dev.ephor.membership.domain.Grants;
import dev.ephor.membership.kafka.Deadlines.Due;
import dev.ephor.membership.kafka.LedgerCodec.Head;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the stores of this instance by interactive query. */
public final class LocalMemberships implements FindMemberships, FindOverdue, FindTroubles {
    private final KafkaStreams streams;
    private final DueTimes dueTimes;
    private final Troubles troubles;
    private final Untold untold;

    public LocalMemberships(
            KafkaStreams streams, DueTimes dueTimes, Troubles troubles, Untold untold) {
        this.troubles = troubles;
        this.untold = untold;
        this.streams = streams;
        this.dueTimes = dueTimes;
    }

    @Override
    public Optional<Grants> find(MembershipKey key) {
        try {
            return find(grants(), key);
        } catch (InvalidStateStoreException e) {
            throw new NotReady(e);
        }
    }

    private static Optional<Grants> find(
            ReadOnlyKeyValueStore<String, byte[]> grants, MembershipKey key) {
        return Optional.ofNullable(grants.get(key.toString())).map(value -> read(key, value));
    }

    @Override
    public List<Grants> current(String prefix, Predicate<MembershipKey> wanted, int atMost) {
        var found = new ArrayList<Grants>();
        // No id holds the character behind the slash, so this is the end of the prefix.
        String end = prefix.substring(0, prefix.length() - 1) + "0";
        try (KeyValueIterator<String, byte[]> entries = grants().range(prefix, end)) {
            while (found.size() < atMost && entries.hasNext()) {
                KeyValue<String, byte[]> entry = entries.next();
                MembershipKey key = MembershipKey.parse(entry.key);
                if (isCurrent(entry.value) && wanted.test(key)) {
                    found.add(read(key, entry.value));
                }
            }
        } catch (InvalidStateStoreException e) {
            throw new NotReady(e);
        }
        return found;
    }

    @Override
    public List<Grants> troubled(String prefix) {
        if (!troubles.knows(OwnedKeys.partitions(streams))) {
            throw new NotReady();
        }
        return troubles.of(prefix)
                .map(MembershipKey::parse)
                .flatMap(k -> find(k).stream())
                .toList();
    }

    @Override
    public List<MembershipKey> overdue(
            Instant due, Instant now, Predicate<MembershipKey> wanted, int atMost) {
        var found = new LinkedHashSet<MembershipKey>();
        try {
            // Asked for once: with many windows that is dearer than to read one of them.
            ReadOnlyKeyValueStore<String, byte[]> grants = grants();
            untold.before(due)
                    .filter(wanted)
                    .filter(key -> find(grants, key).filter(g -> !g.grantedAt(now)).isPresent())
                    .limit(atMost)
                    .forEach(found::add);
            Predicate<MembershipKey> unclosed =
                    key -> find(grants, key).filter(g -> isOverdue(g, due, now)).isPresent();
            addUnclosed(due, wanted.and(unclosed), atMost, found);
        } catch (InvalidStateStoreException e) {
            throw new NotReady(e);
        }
        return List.copyOf(found);
    }

    private void addUnclosed(
            Instant due, Predicate<MembershipKey> wanted, int atMost, Set<MembershipKey> found) {
        long first = dueTimes.first();
        if (first > due.toEpochMilli()) {
            return;
        }
        Bytes from = new Due(first, "").entry();
        Bytes to = new Due(due.toEpochMilli() + 1, "").entry();
        try (KeyValueIterator<Bytes, byte[]> entries = deadlines().range(from, to)) {
            while (found.size() < atMost && entries.hasNext()) {
                MembershipKey key = MembershipKey.parse(Due.of(entries.next().key).key());
                if (wanted.test(key)) {
                    found.add(key);
                }
            }
        }
    }

    /** Whether the stores answer. */
    boolean answers() {
        try {
            grants().get("/");
            return true;
        } catch (InvalidStateStoreException e) {
            return false;
        }
    }

    private static boolean isOverdue(Grants grants, Instant due, Instant now) {
        return grants.live().anyMatch(g -> !g.end().isAfter(due)) && !grants.grantedAt(now);
    }

    private static boolean isCurrent(byte[] value) {
        Head head = LedgerCodec.head(value);
        return head.outstanding() || head.tally().live() > 0 || head.tally().scheduled() > 0;
    }

    private static Grants read(MembershipKey key, byte[] value) {
        return LedgerCodec.read(key, value).grants();
    }

    private ReadOnlyKeyValueStore<String, byte[]> grants() {
        return streams.store(
                StoreQueryParameters.fromNameAndType(
                        MembershipTopology.GRANTS, QueryableStoreTypes.keyValueStore()));
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> deadlines() {
        return streams.store(
                StoreQueryParameters.fromNameAndType(
                        MembershipTopology.DEADLINES, QueryableStoreTypes.keyValueStore()));
    }
}
