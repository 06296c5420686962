package dev.ephor.faults.referee;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run as files of JSON lines, from which it can be judged again. */
record Folder(Path path) {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String CLIENT = "client.ndjson";
    static final String TOPICS = "topics.ndjson";

    History read() {
        List<JsonNode> client = lines(CLIENT);
        Map<String, String> names = groupNames(client);
        List<Effect> directory = directory(names);
        List<ByHand> byHand = of(client, "hand").map(n -> byHand(n, directory)).toList();
        Set<Key> touched = byHand.stream().map(ByHand::key).collect(Collectors.toSet());
        var places = new LinkedHashMap<String, List<Effect>>();
        places.put(History.DIRECTORY, without(touched, directory));
        places.put(History.APPLICATION, without(touched, application(names)));
        List<Said> log = lines(TOPICS).stream().map(Folder::said).toList();
        return new History(
                names,
                of(client, "ask")
                        .map(Folder::asked)
                        .filter(a -> !touched.contains(a.key()))
                        .toList(),
                of(client, "fault").map(Folder::fault).toList(),
                byHand,
                places,
                log,
                log.stream()
                        .filter(s -> s.topic().equals("ephor.audit"))
                        .map(Folder::sealed)
                        .toList(),
                of(client, "end").map(n -> n.path("at").asLong()).findFirst().orElse(0L));
    }

    private static Stream<JsonNode> of(List<JsonNode> client, String record) {
        return client.stream().filter(n -> n.path("record").asText().equals(record));
    }

    /** From the directory's ids to the application's names. */
    private static Map<String, String> groupNames(List<JsonNode> client) {
        Map<String, String> names = new HashMap<>();
        of(client, "group").forEach(n -> names.put(text(n, "id"), text(n, "name")));
        return names;
    }

    /** What somebody meddles with cannot be held against what was asked. */
    private static List<Effect> without(Set<Key> touched, List<Effect> effects) {
        return effects.stream().filter(e -> !touched.contains(e.key())).toList();
    }

    private static ByHand byHand(JsonNode n, List<Effect> directory) {
        var way = ByHand.Way.valueOf(text(n, "did").toUpperCase(Locale.ROOT));
        return ByHand.of(key(n), way, n.path("at").asLong(), directory);
    }

    private static Key key(JsonNode n) {
        return new Key(text(n, "group"), text(n, "principal"));
    }

    private static Asked asked(JsonNode n) {
        return new Asked(
                text(n, "action"),
                key(n),
                n.path("start").asLong(),
                n.path("end").asLong(),
                n.path("sent").asLong(),
                n.path("answered").asLong(),
                n.path("status").asInt(),
                n.path("stumbled").asBoolean(),
                text(n, "id"));
    }

    private static Fault fault(JsonNode n) {
        return new Fault(
                text(n, "kind"),
                text(n, "what"),
                Fault.Scope.valueOf(text(n, "scope")),
                n.path("from").asLong(),
                n.path("until").asLong(),
                n.path("ready").asLong(),
                n.path("answers").asBoolean());
    }

    private List<Effect> directory(Map<String, String> names) {
        return lines(History.DIRECTORY + ".ndjson").stream()
                .filter(n -> text(n, "access").equals("MEMBER"))
                .filter(n -> names.containsKey(text(n, "group")))
                .map(n -> new Effect(key(n), text(n, "change").equals("ADD"), at(n)))
                .toList();
    }

    private List<Effect> application(Map<String, String> names) {
        Map<String, String> ids = new HashMap<>();
        names.forEach((id, name) -> ids.put(name, id));
        List<Effect> effects = new ArrayList<>();
        for (JsonNode n : lines(History.APPLICATION + ".ndjson")) {
            String change = text(n, "change");
            if (change.startsWith("MEMBER_") && ids.containsKey(text(n, "group"))) {
                var key = new Key(ids.getOrDefault(text(n, "group"), ""), text(n, "externalId"));
                effects.add(new Effect(key, change.equals("MEMBER_ADDED"), at(n)));
            }
        }
        return effects;
    }

    private static Said said(JsonNode n) {
        Map<String, String> headers = new HashMap<>();
        n.path("headers").properties().forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
        return new Said(
                text(n, "topic"),
                n.path("partition").asInt(),
                n.path("offset").asLong(),
                n.path("timestamp").asLong(),
                text(n, "key"),
                headers,
                Base64.getDecoder().decode(text(n, "value")));
    }

    private static Sealed sealed(Said said) {
        JsonNode event = parse(new String(said.value(), java.nio.charset.StandardCharsets.UTF_8));
        JsonNode line = event.at("/unmapped/ephor");
        JsonNode source = line.path("source");
        return new Sealed(
                line.path("sequence").asLong(),
                "%s/%d/%d"
                        .formatted(
                                text(source, "topic"),
                                source.path("partition").asInt(),
                                source.path("offset").asLong()),
                text(line.path("event"), "source") + "#" + text(line.path("event"), "id"),
                Base64.getDecoder().decode(text(line, "leaf")),
                text(line, "leafHash"),
                text(line, "previous"),
                text(line, "hash"));
    }

    private static String text(JsonNode n, String field) {
        return n.path(field).asText("");
    }

    private static long at(JsonNode n) {
        return Instant.parse(text(n, "at")).toEpochMilli();
    }

    private List<JsonNode> lines(String name) {
        try (Stream<String> lines = Files.lines(path.resolve(name))) {
            return lines.filter(line -> !line.isBlank()).map(Folder::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + line, e);
        }
    }
}
