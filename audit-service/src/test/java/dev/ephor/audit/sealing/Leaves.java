package dev.ephor.audit.sealing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Leaves and logs to play with. */
public final class Leaves {
    private Leaves() {}

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static Leaf.Header header(String name, String value) {
        return new Leaf.Header(name, utf8(value));
    }

    /** The request of the first vector of docs/audit-log.md. */
    static Leaf request() {
        return new Leaf(
                "ephor.requests",
                3,
                42,
                1_767_225_600_000L,
                utf8("t1/g1/p1/member"),
                List.of(
                        header("ce_type", "dev.ephor.activation.requested.v1"),
                        header("ce_id", "e-1"),
                        header("content-type", "application/json"),
                        header("ce_source", "/ephor/request-service")),
                utf8("{\"a\":1}"));
    }

    /** The bytes that are no event of the second vector of docs/audit-log.md. */
    static Leaf garbage() {
        return new Leaf(
                "ephor.signals",
                0,
                0,
                -1,
                null,
                List.of(
                        new Leaf.Header("x", null),
                        new Leaf.Header("B", new byte[] {0, -1}),
                        header("x", "2")),
                null);
    }

    static Leaf at(String topic, int partition, long offset, long timestamp) {
        return new Leaf(topic, partition, offset, timestamp, null, List.of(), utf8("" + offset));
    }

    /** A log of so many entries. */
    static List<Entry> log(int size) {
        var entries = new ArrayList<Entry>();
        Head head = Head.EMPTY;
        for (int i = 0; i < size; i++) {
            Entry entry = head.seal(at("ephor.requests", 0, i, 1_000 + i).bytes());
            entries.add(entry);
            head = head.after(entry);
        }
        return entries;
    }
}
