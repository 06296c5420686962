package dev.ephor.quickstart.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the log as it is handed out.
 *
 * @param leaf null where it was left out
 * @param proof of its inclusion, where it comes with one
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its bytes where it is used
record Entry(
        long sequence,
        byte @Nullable [] leaf,
        byte[] leafHash,
        byte[] previous,
        byte[] hash,
        @Nullable List<byte[]> proof) {

    /** As the API and its exports say it, or as a record of the topic carries it. */
    static Entry of(JsonNode said) {
        JsonNode carried = said.path("unmapped").path("ephor");
        JsonNode line = carried.isObject() ? carried : said;
        String leaf = line.path("leaf").asText();
        try {
            return new Entry(
                    line.path("sequence").asLong(-1),
                    leaf.isEmpty() ? null : Base64.getDecoder().decode(leaf),
                    hash(line.path("leafHash")),
                    hash(line.path("previous")),
                    hash(line.path("hash")),
                    line.hasNonNull("proof") ? hashes(line.get("proof")) : null);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "entry %s cannot be read: %s".formatted(line.path("sequence"), e.getMessage()),
                    e);
        }
    }

    static List<byte[]> hashes(JsonNode texts) {
        var hashes = new ArrayList<byte[]>();
        texts.forEach(text -> hashes.add(hash(text)));
        return hashes;
    }

    private static byte[] hash(JsonNode text) {
        byte[] hash = HexFormat.of().parseHex(text.asText());
        if (hash.length != Roots.LENGTH) {
            throw new IllegalArgumentException("a hash has 64 hexadecimal digits");
        }
        return hash;
    }
}
