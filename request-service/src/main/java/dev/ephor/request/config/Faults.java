package dev.ephor.request.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** What is wrong with a file: everything, not only the first. */
final class Faults {
    /**
     * @param line from 1; 0 for the file as a whole
     * @param path where in the document, such as {@code tenants[0].groups[1].displayName}
     * @param reason what is wrong and what would do
     */
    record Fault(int line, String path, String reason) {
        @Override
        public String toString() {
            String where = line == 0 ? "" : "line %d: ".formatted(line);
            return where + (path.isEmpty() ? "" : path + " ") + reason;
        }
    }

    private final List<Fault> found = new ArrayList<>();

    void add(Node at, String path, String reason) {
        add(at.getStartMark().getLine() + 1, path, reason);
    }

    void add(int line, String path, String reason) {
        found.add(new Fault(line, path, reason));
    }

    boolean areIn(String path) {
        return found.stream().anyMatch(fault -> fault.path().startsWith(path));
    }

    /** In the order of the lines. */
    List<Fault> all() {
        return found.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
    }
}
