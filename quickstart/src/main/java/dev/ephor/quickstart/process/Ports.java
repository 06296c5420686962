package dev.ephor.quickstart.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks whether ports of 127.0.0.1 are free before anything is started on them. */
public final class Ports {
    private Ports() {}

    /**
     * @param wanted the port of each part, by the part's name
     * @return one line that names every port that is taken, by whom where that can be found;
     *     nothing where all are free
     */
    public static Optional<String> taken(Map<String, Integer> wanted) {
        String taken =
                wanted.entrySet().stream()
                        .filter(entry -> !free(entry.getValue()))
                        .map(
                                entry ->
                                        "port "
                                                + entry.getValue()
                                                + " ("
                                                + entry.getKey()
                                                + ") is taken"
                                                + by(entry.getValue()))
                        .collect(Collectors.joining("; "));
        return taken.isEmpty() ? Optional.empty() : Optional.of(taken);
    }

    public static boolean free(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static String by(int port) {
        return PortOwner.of(port)
                .map(owner -> " by process " + owner.pid() + " (" + owner.command() + ")")
                .orElse("");
    }
}
