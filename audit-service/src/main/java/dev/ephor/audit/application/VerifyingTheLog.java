package dev.ephor.audit.application;

import dev.ephor.audit.sealing.Entry;
import dev.ephor.audit.sealing.Filing;
import dev.ephor.audit.sealing.Hash;
import dev.ephor.audit.sealing.Head;
import dev.ephor.audit.sealing.Verdict;
import dev.ephor.audit.sealing.Verification;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Checks the log as it is stored, or a part of it, without holding more than a few entries. */
@ApplicationScoped
public class VerifyingTheLog {
    private final WalkEntries entries;

    VerifyingTheLog(WalkEntries entries) {
        this.entries = entries;
    }

    /**
     * What a check found.
     *
     * @param to the sequence before which the part ends
     */
    public record Report(long from, long to, Head head, Verdict verdict) {}

    /**
     * @param to the sequence before which to stop; null: the end of the log
     */
    public Report verify(long from, @Nullable Long to) {
        var check = new Check(from, to);
        entries.walk(from, to, check);
        return check.report();
    }

    private static final class Check implements WalkEntries.Visitor {
        private final long from;
        private final @Nullable Long to;
        private Head head = Head.EMPTY;
        private Verification verification = Verification.fromGenesis();

        Check(long from, @Nullable Long to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public void begin(Head end, @Nullable Hash anchor) {
            head = end;
            verification = new Verification(from, anchor);
        }

        @Override
        public void leavesMayBeRemovedBefore(long sequence) {
            verification.leavesMayBeRemovedBefore(sequence);
        }

        @Override
        public boolean visit(Entry entry, @Nullable Filing filed) {
            if (filed == null) {
                verification.accept(entry);
            } else {
                verification.accept(entry, filed);
            }
            return !verification.hasSeenEnough();
        }

        Report report() {
            long end = to == null ? head.size() : to;
            Hash last = end == head.size() ? head.hash() : null;
            return new Report(from, end, head, verification.verdict(end, last));
        }
    }
}
