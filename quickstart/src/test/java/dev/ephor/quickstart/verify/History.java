package dev.ephor.quickstart.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** A log as it is handed out, written by what docs/audit-log.md says. */
final class History {
    private static final ObjectMapper JSON = new ObjectMapper();

    private History() {}

    static List<ObjectNode> of(int size) {
        return of(IntStream.range(0, size).mapToObj(i -> "leaf " + i).toList());
    }

    /** Sealed anew, whatever the leaves are. */
    static List<ObjectNode> of(List<String> leaves) {
        var lines = new ArrayList<ObjectNode>();
        byte[] previous = Sha256.of("ephor-audit-log/1".getBytes(StandardCharsets.UTF_8));
        for (String leaf : leaves) {
            ObjectNode line = line(lines.size(), leaf, previous);
            lines.add(line);
            previous = HexFormat.of().parseHex(line.get("hash").asText());
        }
        return lines;
    }

    static ObjectNode line(int sequence, String leaf, byte[] previous) {
        byte[] bytes = leaf.getBytes(StandardCharsets.UTF_8);
        byte[] leafHash = Sha256.leaf(bytes);
        return JSON.createObjectNode()
                .put("sequence", sequence)
                .put("leafHash", HexFormat.of().formatHex(leafHash))
                .put("previous", HexFormat.of().formatHex(previous))
                .put("hash", HexFormat.of().formatHex(Sha256.link(previous, leafHash)))
                .put("leaf", Base64.getEncoder().encodeToString(bytes));
    }

    static byte[] hash(ObjectNode line) {
        return HexFormat.of().parseHex(line.get("hash").asText());
    }

    /** Numbers the lines as they stand, so that only the hashes tell. */
    static void number(List<ObjectNode> lines) {
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).put("sequence", i);
        }
    }

    static Statement statement(List<ObjectNode> lines, int size) {
        var roots = new Roots();
        lines.subList(0, size)
                .forEach(line -> roots.add(HexFormat.of().parseHex(line.get("leafHash").asText())));
        return new Statement("test", size, roots.root());
    }

    /** What is found, as {@code KIND first} or {@code KIND first-last}. */
    static List<String> found(List<ObjectNode> lines, Statement... statements) {
        var log = new WholeLog(List.of(statements));
        lines.forEach(line -> log.accept(Entry.of(line)));
        return log.faults().stream()
                .map(f -> f.kind() + " " + f.first() + (f.last() > f.first() ? "-" + f.last() : ""))
                .toList();
    }
}
