package dev.ephor.quickstart.verify;

import dev.ephor.quickstart.verify.Fault.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Checks a log from its first entry: no gap, every leaf as it was sealed, every entry behind the
 * one that it was sealed behind, and the roots that were signed. It keeps a bit for each entry.
 *
 * <p>Not safe for use by several threads.
 */
public final class WholeLog {
    private static final int ENOUGH = 1_000;
    private static final int NEAR = 256;

    private final List<Statement> statements;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Break> breaks = new ArrayList<>();
    private final Roots roots = new Roots();
    private final BitSet seen = new BitSet();
    private final Deque<byte[]> near = new ArrayDeque<>();

    /** Entries by their hash, from the first break on. */
    private final Map<String, Long> later = new HashMap<>();

    private byte[] end = Sha256.of("ephor-audit-log/1".getBytes(StandardCharsets.UTF_8));
    private long next;
    private long count;
    private long fitting;

    /**
     * @param statements checkpoints that the log has to fit
     */
    public WholeLog(List<Statement> statements) {
        this.statements =
                statements.stream().sorted(Comparator.comparingLong(Statement::size)).toList();
        compareRoot();
    }

    void accept(Entry entry) {
        if (faults.size() + breaks.size() > ENOUGH) {
            return;
        }
        count++;
        place(entry.sequence());
        byte[] leafHash = leafHash(entry);
        link(entry, leafHash);
        remember(entry);
        roots.add(leafHash);
        compareRoot();
    }

    private void place(long sequence) {
        if (sequence < 0 || sequence >= Integer.MAX_VALUE) {
            throw new IllegalStateException("an entry has the sequence " + sequence);
        }
        if (seen.get((int) sequence)) {
            found(Kind.REPEATED, sequence, "it is there more than once");
        } else if (sequence < next) {
            String what = "the first stands behind the last";
            faults.add(new Fault(Kind.REORDERED, sequence, next - 1, what));
        }
        seen.set((int) sequence);
        next = Math.max(next, sequence + 1);
    }

    private byte[] leafHash(Entry entry) {
        byte[] leaf = entry.leaf();
        byte[] computed = leaf == null ? entry.leafHash() : Sha256.leaf(leaf);
        if (!Arrays.equals(computed, entry.leafHash())) {
            found(Kind.CHANGED, entry.sequence(), "its leaf is not the one that was sealed");
        }
        return computed;
    }

    private void link(Entry entry, byte[] leafHash) {
        boolean isItsOwn =
                Arrays.equals(Sha256.link(entry.previous(), entry.leafHash()), entry.hash())
                        || Arrays.equals(Sha256.link(entry.previous(), leafHash), entry.hash());
        if (!isItsOwn) {
            found(Kind.CHANGED, entry.sequence(), "its hash is not that of what it says");
        } else if (!Arrays.equals(entry.previous(), end)) {
            breaks.add(new Break(entry.sequence(), hex(entry.previous()), back(entry.previous())));
        }
    }

    private int back(byte[] hash) {
        int back = 0;
        for (byte[] one : near) {
            if (Arrays.equals(one, hash)) {
                return back;
            }
            back++;
        }
        return 0;
    }

    private void remember(Entry entry) {
        if (near.isEmpty()) {
            near.push(end);
        }
        end = entry.hash();
        near.push(end);
        if (near.size() > NEAR) {
            near.removeLast();
        }
        if (!breaks.isEmpty()) {
            later.put(hex(end), entry.sequence());
        }
    }

    /** Whatever else is wrong, no root can be right behind it. */
    private void compareRoot() {
        for (Statement one : statements) {
            if (one.size() == count && faults.isEmpty() && breaks.isEmpty()) {
                compare(one);
            }
        }
    }

    private void compare(Statement one) {
        if (Arrays.equals(one.root(), roots.root())) {
            fitting = one.size();
        } else {
            String what = "whole in itself, but not what the checkpoint of %d entries signed";
            long last = Math.max(fitting, one.size() - 1);
            faults.add(new Fault(Kind.FORKED, fitting, last, what.formatted(one.size())));
        }
    }

    /** What was found, in the order of the sequence. */
    public List<Fault> faults() {
        var all = new ArrayList<>(faults);
        all.addAll(missing());
        all.addAll(new Breaks(breaks, later, count == signed()).faults(all));
        return all.stream()
                .sorted(Comparator.comparingLong(Fault::first).thenComparing(Fault::kind))
                .toList();
    }

    private List<Fault> missing() {
        var missing = new ArrayList<Fault>();
        long size = Math.max(next, signed());
        for (int at = seen.nextClearBit(0); at < size; ) {
            int present = seen.nextSetBit(at);
            long last = present < 0 ? size - 1 : present - 1;
            missing.add(new Fault(Kind.MISSING, at, last, "not there"));
            at = seen.nextClearBit((int) last + 1);
        }
        return missing;
    }

    private long signed() {
        return statements.isEmpty() ? 0 : statements.getLast().size();
    }

    public long count() {
        return count;
    }

    private void found(Kind kind, long sequence, String what) {
        faults.add(new Fault(kind, sequence, sequence, what));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
