package dev.ephor.request.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A map of the file whose keys are known. What is asked for is known; {@link #done} tells what else
 * is there.
 */
final class YamlMap {
    private final String path;
    private final Node node;
    private final Faults faults;
    private final Map<String, NodeTuple> members = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private YamlMap(YamlValue value) {
        this.path = value.path();
        this.node = value.node();
        this.faults = value.faults();
    }

    static YamlMap of(YamlValue value) {
        var map = new YamlMap(value);
        if (value.node() instanceof MappingNode mapping) {
            mapping.getValue().forEach(map::put);
        } else {
            value.fault("has to be a map");
        }
        return map;
    }

    private void put(NodeTuple member) {
        String key = member.getKeyNode() instanceof ScalarNode s ? s.getValue() : "?";
        if (members.putIfAbsent(key, member) != null) {
            faults.add(member.getKeyNode(), at(key), "is there twice");
        }
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** A fault of the whole map. */
    void fault(String reason) {
        faults.add(node, path, reason);
    }

    /** Whether nothing inside it is at fault so far. */
    boolean isSound() {
        return !faults.areIn(path);
    }

    int line() {
        return node.getStartMark().getLine() + 1;
    }

    Set<String> keys() {
        return members.keySet();
    }

    Optional<YamlValue> optional(String key) {
        asked.add(key);
        return Optional.ofNullable(members.get(key))
                .map(member -> new YamlValue(at(key), member.getValueNode(), faults));
    }

    /** A value that has to be there; its absence is a fault of the map. */
    <T> T required(String key, T instead, Function<YamlValue, T> reading) {
        Optional<YamlValue> value = optional(key);
        if (value.isEmpty() && node instanceof MappingNode) {
            faults.add(node, at(key), "is missing");
        }
        return value.map(reading).orElse(instead);
    }

    String text(String key) {
        return required(key, "", YamlValue::text);
    }

    String id(String key) {
        return required(key, "", YamlValue::id);
    }

    /** A value that may be left out. */
    <T> T given(String key, T otherwise, Function<YamlValue, T> reading) {
        return optional(key).map(reading).orElse(otherwise);
    }

    /** A text that may be left out. */
    @Nullable String textOrNull(String key) {
        return optional(key).map(YamlValue::text).orElse(null);
    }

    @Nullable Duration durationOrNull(String key) {
        return optional(key).map(YamlValue::duration).orElse(null);
    }

    <T> List<T> list(String key, Function<YamlValue, T> reading) {
        return list(key).stream().map(reading).toList();
    }

    /** The maps of a list; none where there is no such list. */
    List<YamlMap> maps(String key) {
        return list(key, YamlMap::of);
    }

    Optional<YamlMap> map(String key) {
        return optional(key).map(YamlMap::of);
    }

    /** The entries of a list; none where there is no such list. */
    List<YamlValue> list(String key) {
        return optional(key).map(this::entries).orElse(List.of());
    }

    private List<YamlValue> entries(YamlValue value) {
        if (!(value.node() instanceof SequenceNode sequence)) {
            value.fault("has to be a list");
            return List.of();
        }
        var entries = new ArrayList<YamlValue>();
        for (Node entry : sequence.getValue()) {
            entries.add(
                    new YamlValue("%s[%d]".formatted(value.path(), entries.size()), entry, faults));
        }
        return entries;
    }

    /** Tells the keys that nobody asked for. */
    void done() {
        members.forEach(
                (key, member) -> {
                    if (!asked.contains(key)) {
                        faults.add(
                                member.getKeyNode(),
                                at(key),
                                "is not known; known here: " + String.join(", ", asked));
                    }
                });
    }
}
