package dev.ephor.quickstart.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.quickstart.verify.Fault.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Checks some entries by themselves: each leaf as it was sealed, at its place in the log that was
 * signed. An entry brings its proof along, or the log is asked for it.
 */
final class Story {
    private final Statement statement;
    private final Log log;
    private final List<Fault> faults = new ArrayList<>();
    private long count;

    Story(Statement statement, Log log) {
        this.statement = statement;
        this.log = log;
    }

    void accept(JsonNode line) {
        Entry entry = Entry.of(line);
        count++;
        long sequence = entry.sequence();
        byte[] leaf = entry.leaf();
        byte[] leafHash = leaf == null ? entry.leafHash() : Sha256.leaf(leaf);
        if (!Arrays.equals(leafHash, entry.leafHash())) {
            faults.add(Fault.at(Kind.CHANGED, sequence, "its leaf is not the one that was sealed"));
        } else if (sequence >= statement.size()) {
            faults.add(Fault.at(Kind.INSERTED, sequence, "the checkpoint does not know of it yet"));
        } else if (!MerkleProof.includes(
                sequence, statement.size(), leafHash, proof(entry), statement.root())) {
            faults.add(Fault.at(Kind.INSERTED, sequence, "the signed log has another there"));
        }
    }

    private List<byte[]> proof(Entry entry) {
        List<byte[]> brought = entry.proof();
        if (brought != null) {
            return brought;
        }
        String path = "proofs/inclusion?sequence=%d&size=%d";
        JsonNode proof = log.get(path.formatted(entry.sequence(), statement.size()));
        return Entry.hashes(proof.path("hashes"));
    }

    long count() {
        return count;
    }

    List<Fault> faults() {
        return faults;
    }
}
