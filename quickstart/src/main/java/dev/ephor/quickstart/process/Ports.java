package dev.ephor.quickstart.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks whether ports of 127.0.0.1 are free before anything is started on them. */
public final class Ports {
    private static final String WAY_OUT =
            "end what listens there, perhaps an ./ephor up that still runs, and try again";

    private Ports() {}

    /**
     * @param wanted the port of each part, by the part's name
     * @return one line that names the first port that is taken, by whom where that can be found,
     *     how many more are, and the way out; nothing where all are free
     */
    public static Optional<String> taken(Map<String, Integer> wanted) {
        List<Map.Entry<String, Integer>> taken =
                wanted.entrySet().stream().filter(entry -> !free(entry.getValue())).toList();
        return taken.isEmpty()
                ? Optional.empty()
                : Optional.of(line(taken.getFirst(), taken.size() - 1));
    }

    private static String line(Map.Entry<String, Integer> first, int more) {
        return "port %d (%s) is taken%s%s: %s"
                .formatted(
                        first.getValue(),
                        first.getKey(),
                        by(first.getValue()),
                        more == 0 ? "" : ", and so are " + more + " more",
                        WAY_OUT);
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
