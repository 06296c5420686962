package dev.ephor.faults.referee;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Everything that was said is sealed once, as it was, in one chain. */
final class AuditLog implements Invariant {
    private static final Set<String> NOT_SEALED =
            Set.of("ephor.audit", "ephor.audit.checkpoints", "ephor.dead-letters");

    @Override
    public List<Finding> check(History history) {
        // The topic may have a line twice; a line is what its sequence says.
        var lines = new TreeMap<Long, Sealed>();
        history.sealed().forEach(line -> lines.putIfAbsent(line.sequence(), line));
        var chain = List.copyOf(lines.values());
        return List.of(chained(chain), sealedOnce(history.log(), chain), asItWas(history, chain));
    }

    private static Finding chained(List<Sealed> lines) {
        var broken = new ArrayList<String>();
        String previous = Leaf.beginning();
        for (int n = 0; n < lines.size(); n++) {
            Sealed line = lines.get(n);
            if (line.sequence() != n) {
                broken.add("line %d stands where %d should".formatted(line.sequence(), n));
                break;
            }
            String leafHash = Leaf.leafHash(line.leaf());
            if (!line.previous().equals(previous)
                    || !line.leafHash().equals(leafHash)
                    || !line.hash().equals(Leaf.hash(previous, leafHash))) {
                broken.add("line %d is not chained to the one before".formatted(n));
            }
            previous = line.hash();
        }
        return new Finding("I10", "the audit log is one chain", lines.size(), broken, "");
    }

    private static Finding sealedOnce(List<Said> log, List<Sealed> lines) {
        Map<String, Integer> sealed = new HashMap<>();
        lines.forEach(line -> sealed.merge(topic(line.place()) + line.id(), 1, Integer::sum));
        Map<String, Said> events = new HashMap<>();
        log.stream()
                .filter(said -> !NOT_SEALED.contains(said.topic()))
                .forEach(said -> events.put(said.topic() + said.id(), said));
        List<String> broken =
                events.entrySet().stream()
                        .filter(e -> sealed.getOrDefault(e.getKey(), 0) != 1)
                        .map(
                                e ->
                                        "%s at %s was sealed %d times"
                                                .formatted(
                                                        e.getValue().type(),
                                                        e.getValue().place(),
                                                        sealed.getOrDefault(e.getKey(), 0)))
                        .toList();
        return new Finding("I10", "every event is sealed once", events.size(), broken, "");
    }

    private static Finding asItWas(History history, List<Sealed> lines) {
        Map<String, Said> places = new HashMap<>();
        history.log().forEach(said -> places.put(said.place(), said));
        var broken = new ArrayList<String>();
        long checked = 0;
        for (Sealed line : lines) {
            Said said = places.get(line.place());
            // The catalogue keeps the newest of a key only: what was compacted cannot be compared.
            if (said != null) {
                checked++;
                if (!Arrays.equals(line.leaf(), Leaf.of(said))) {
                    broken.add(
                            "line %d is not what lies at %s"
                                    .formatted(line.sequence(), line.place()));
                }
            }
        }
        return new Finding("I10", "lines are what was said, byte for byte", checked, broken, "");
    }

    private static String topic(String place) {
        return place.substring(0, place.indexOf('/'));
    }
}
