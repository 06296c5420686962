package dev.ephor.quickstart.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * All that is needed to start a child process, once or again.
 *
 * @param name what people call it, such as `membership-service`
 * @param environment added to this process's own
 * @param log takes its output, standard and error, after what is in it already
 */
public record ChildSpec(
        String name, List<String> command, Map<String, String> environment, Path log) {
    public ChildSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Without the environment: it holds secrets. */
    @Override
    public String toString() {
        return "ChildSpec[" + name + "]";
    }
}
