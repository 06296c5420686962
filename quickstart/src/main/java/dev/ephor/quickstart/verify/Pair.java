package dev.ephor.quickstart.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.quickstart.verify.Fault.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Whether each of some checkpoints goes on from the one before it. */
record Pair(Log log) {

    List<Fault> faults(List<Statement> statements) {
        List<Statement> sorted =
                statements.stream().sorted(Comparator.comparingLong(Statement::size)).toList();
        var faults = new ArrayList<Fault>();
        for (int i = 1; i < sorted.size(); i++) {
            Statement older = sorted.get(i - 1);
            Statement newer = sorted.get(i);
            if (!goesOn(older, newer)) {
                String what = "the checkpoints of %d and of %d entries are of two histories";
                faults.add(
                        new Fault(
                                Kind.FORKED,
                                0,
                                Math.max(0, newer.size() - 1),
                                what.formatted(older.size(), newer.size())));
            }
        }
        return faults;
    }

    private boolean goesOn(Statement older, Statement newer) {
        if (!older.origin().equals(newer.origin())) {
            throw new IllegalStateException(
                    "the checkpoints are of two logs: %s and %s"
                            .formatted(older.origin(), newer.origin()));
        }
        if (older.size() == newer.size()) {
            return Arrays.equals(older.root(), newer.root());
        }
        if (older.size() == 0) {
            return Arrays.equals(older.root(), new Roots().root());
        }
        JsonNode proof =
                log.get(
                        "proofs/consistency?older=%d&newer=%d"
                                .formatted(older.size(), newer.size()));
        List<byte[]> hashes = Entry.hashes(proof.path("hashes"));
        return MerkleProof.extendsTo(
                older.size(), newer.size(), hashes, older.root(), newer.root());
    }
}
