package dev.ephor.audit.application;

import dev.ephor.audit.sealing.ArrivalOrder;
import dev.ephor.audit.sealing.Entry;
import dev.ephor.audit.sealing.Head;
import dev.ephor.audit.sealing.Identity;
import dev.ephor.audit.sealing.Leaf;
import dev.ephor.audit.tree.Growth;
import dev.ephor.audit.tree.ReadHashes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Seals records, whatever they are, each once: in one transaction they get their places in the
 * sequence and their hashes, and are stored. The head of the log is locked meanwhile, so that two
 * instances cannot write two histories. What else is done with them is for a {@link LogFollower}.
 */
@ApplicationScoped
public class SealingRecords {
    private final SealedLog log;
    private final ReadHashes tree;

    SealingRecords(SealedLog log, ReadHashes tree) {
        this.log = log;
        this.tree = tree;
    }

    /**
     * What became of some records.
     *
     * @param sealed those that were new
     * @param resent those that the log had already
     * @param contradicting those of {@code resent} that come with the identity of another record
     *     and say something else; like every consumer, the log believes the first
     */
    public record Outcome(List<Leaf> sealed, List<Leaf> resent, List<Leaf> contradicting) {}

    /**
     * @param polled records of which those of one partition are in its order
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome seal(List<Leaf> polled) {
        Tip tip = log.lockTip();
        // Only behind the lock is it sure what the log has.
        var records = new Records(ArrivalOrder.of(polled));
        records.sortOut(log);
        if (!records.fresh.isEmpty()) {
            append(tip, records.fresh);
        }
        return new Outcome(
                List.copyOf(records.fresh.values()), records.resent, records.contradicting);
    }

    private void append(Tip tip, Map<Identity, Leaf> fresh) {
        var additions = new ArrayList<Addition>(fresh.size());
        Head end = tip.head();
        for (Map.Entry<Identity, Leaf> one : fresh.entrySet()) {
            Entry entry = end.seal(one.getValue().bytes());
            additions.add(new Addition(entry, one.getKey()));
            end = end.after(entry);
        }
        var growth = new Growth(tip.tree(), tree);
        growth.add(additions.stream().map(a -> a.entry().leafHash()).toList());
        log.append(additions, growth.tiles(), new Tip(end, tip.tree()));
    }

    /** The records of a poll, those that are new kept apart from those that came before. */
    private static final class Records {
        private final List<Leaf> polled;
        private final Map<Identity, Leaf> fresh = new LinkedHashMap<>();
        private final List<Leaf> resent = new ArrayList<>();
        private final List<Leaf> contradicting = new ArrayList<>();

        Records(List<Leaf> polled) {
            this.polled = polled;
        }

        void sortOut(SealedLog log) {
            List<Identity> identities = polled.stream().map(Identity::of).toList();
            Map<Identity, Optional<Leaf>> known = new HashMap<>(log.known(identities));
            for (int i = 0; i < polled.size(); i++) {
                Leaf leaf = polled.get(i);
                Optional<Leaf> first = known.putIfAbsent(identities.get(i), Optional.of(leaf));
                if (first == null) {
                    fresh.put(identities.get(i), leaf);
                } else {
                    again(first, leaf);
                }
            }
        }

        private void again(Optional<Leaf> first, Leaf second) {
            resent.add(second);
            if (first.filter(second::saysTheSameAs).isEmpty()) {
                contradicting.add(second);
            }
        }
    }
}
