package dev.ephor.audit.sealing;

import dev.ephor.audit.sealing.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks a log, or a part of one, entry by entry as it is read: it needs no database and keeps
 * little, however long the log is. A fault is named where it is and does not spoil what follows.
 *
 * <p>Not safe for use by several threads.
 */
public final class Verification {
    private static final int ENOUGH = 1_000;

    private final long from;
    private final @Nullable Hash anchor;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private long checked;
    private long removed;
    private long removedBefore;

    /**
     * @param from the sequence of the first entry
     * @param anchor the hash of the entry before it, which is trusted; null where it is not known
     */
    public Verification(long from, @Nullable Hash anchor) {
        this.from = from;
        this.anchor = anchor;
    }

    /** Of a log from its first entry. */
    public static Verification fromGenesis() {
        return new Verification(0, Chain.GENESIS);
    }

    /** The next entry as it was read. */
    public void accept(Entry entry) {
        checked++;
        if (isRemoved(entry)) {
            removed++;
            follow(entry, entry.leafHash());
            return;
        }
        Hash leafHash = Chain.leafHash(entry.leaf());
        checkLeaf(entry, leafHash);
        follow(entry, leafHash);
    }

    /**
     * Leaves before this sequence may have been removed by the policy of retention; an entry is
     * then checked by its leaf hash.
     */
    public void leavesMayBeRemovedBefore(long sequence) {
        removedBefore = sequence;
    }

    private boolean isRemoved(Entry entry) {
        return entry.leaf().length == 0 && entry.sequence() < removedBefore;
    }

    /** The next entry as it was read, with what it is filed under. */
    public void accept(Entry entry, Filing filed) {
        accept(entry);
        if (!Chain.leafHash(entry.leaf()).equals(entry.leafHash())) {
            return; // a leaf that is not the one that was sealed says nothing of where it belongs
        }
        try {
            Filing sealed = Filing.of(Leaf.read(entry.leaf()));
            if (!sealed.equals(filed)) {
                found(entry, Kind.MISFILED, "it is found under " + filed + " but says " + sealed);
            }
        } catch (IllegalArgumentException e) {
            found(entry, Kind.MISFILED, "its leaf cannot be read: " + e.getMessage());
        }
    }

    /** Whether so much was found that reading on serves nobody. */
    public boolean hasSeenEnough() {
        return findings.size() + segments.size() > ENOUGH;
    }

    /**
     * What was found.
     *
     * @param end how the log ends: its size, or the sequence up to which this was to go; and the
     *     hash of the last entry
     */
    public Verdict verdict(Head end) {
        return verdict(end.size(), end.hash());
    }

    /**
     * What was found.
     *
     * @param size the sequence before which the log, or the part of it, ends
     * @param last the hash of the last entry; null where it is not known
     */
    public Verdict verdict(long size, @Nullable Hash last) {
        var all = new ArrayList<>(findings);
        if (hasSeenEnough()) {
            return new Verdict(
                    checked, all.stream().sorted(Finding.IN_ORDER).toList(), true, removed);
        }
        all.addAll(new Order(from, anchor, segments).faults());
        all.addAll(new Ending(from, size, last).faults(segments));
        return new Verdict(checked, all.stream().sorted(Finding.IN_ORDER).toList(), false, removed);
    }

    private void follow(Entry entry, Hash leafHash) {
        Segment open = openBefore(entry.sequence());
        Hash stated = Chain.link(entry.previous(), entry.leafHash());
        if (isSealed(entry, entry.previous(), leafHash)) {
            extend(open, entry, entry.previous(), entry.hash());
            return;
        }
        Hash before = open == null ? anchorOf(entry) : open.end();
        if (before != null && isSealed(entry, before, leafHash)) {
            found(entry, Kind.PREVIOUS_CHANGED, "its statement of the hash before was changed");
            extend(open, entry, before, entry.hash());
            return;
        }
        found(entry, Kind.HASH_CHANGED, "its hash is not that of what it says");
        extend(open, entry, entry.previous(), stated);
    }

    private static boolean isSealed(Entry entry, Hash previous, Hash leafHash) {
        return Chain.link(previous, entry.leafHash()).equals(entry.hash())
                || Chain.link(previous, leafHash).equals(entry.hash());
    }

    private void extend(@Nullable Segment open, Entry entry, Hash follows, Hash recomputed) {
        if (open != null && open.endsWith(follows)) {
            open.add(entry, recomputed);
        } else {
            segments.add(new Segment(follows, entry, recomputed));
        }
    }

    private @Nullable Segment openBefore(long sequence) {
        Segment open = segments.isEmpty() ? null : segments.getLast();
        return open != null && open.last() + 1 == sequence ? open : null;
    }

    private @Nullable Hash anchorOf(Entry entry) {
        return segments.isEmpty() && entry.sequence() == from ? anchor : null;
    }

    private void checkLeaf(Entry entry, Hash leafHash) {
        if (leafHash.equals(entry.leafHash())) {
            return;
        }
        if (Chain.link(entry.previous(), leafHash).equals(entry.hash())) {
            found(entry, Kind.LEAF_HASH_CHANGED, "its leaf hash was changed; its leaf was not");
        } else {
            found(entry, Kind.LEAF_CHANGED, "its leaf is not the one that was sealed");
        }
    }

    private void found(Entry entry, Kind kind, String message) {
        findings.add(new Finding(kind, entry.sequence(), entry.sequence(), message));
    }
}
