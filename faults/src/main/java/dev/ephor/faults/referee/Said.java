package dev.ephor.faults.referee;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A record of a topic, as it lies there.
 *
 * @param timestamp milliseconds since 1970, by the broker's clock
 */
record Said(
        String topic,
        int partition,
        long offset,
        long timestamp,
        String key,
        Map<String, String> headers,
        byte[] value) {

    String id() {
        return headers.getOrDefault("ce_source", "") + "#" + headers.getOrDefault("ce_id", "");
    }

    /** Such as {@code activation.granted}: without what is the same in all of them. */
    String type() {
        return headers.getOrDefault("ce_type", "")
                .replaceFirst("^dev\\.ephor\\.", "")
                .replaceFirst("\\.v\\d+$", "");
    }

    /** The activation that it is about, on the topics that an activation passes. */
    String activation() {
        return headers.getOrDefault("ce_correlationid", "");
    }

    /** When the writer says that it happened; milliseconds since 1970. */
    long happened() {
        String time = headers.get("ce_time");
        return time == null ? timestamp : Instant.parse(time).toEpochMilli();
    }

    String place() {
        return topic + "/" + partition + "/" + offset;
    }

    /** Of a record whose key is {@code tenant/group/principal/member}. */
    Optional<Key> membership() {
        String[] parts = key.split("/");
        return parts.length == 4 && parts[3].equals("member")
                ? Optional.of(new Key(parts[1], parts[2]))
                : Optional.empty();
    }
}
