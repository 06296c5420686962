package dev.ephor.quickstart.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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

    /** The same in a JVM with more options, which come behind those that it has. */
    public ChildSpec withOptions(List<String> options) {
        var more = new ArrayList<>(command);
        more.addAll(more.indexOf("-cp"), options);
        return new ChildSpec(name, more, environment, log);
    }

    /** The same with more of an environment, which wins over what it has. */
    public ChildSpec withEnvironment(Map<String, String> more) {
        var all = new HashMap<>(environment);
        all.putAll(more);
        return new ChildSpec(name, command, all, log);
    }

    /** Without the environment: it holds secrets. */
    @Override
    public String toString() {
        return "ChildSpec[" + name + "]";
    }
}
