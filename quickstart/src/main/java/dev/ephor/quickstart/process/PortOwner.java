package dev.ephor.quickstart.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The process that listens on a port, found in Linux's /proc; others' processes are seen by root
 * alone.
 */
record PortOwner(long pid, String command) {
    private static final int LONGEST_COMMAND = 80;
    private static final String LISTENING = "0A";

    static Optional<PortOwner> of(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> inodes(Path.of(table), port).stream())
                .flatMap(inode -> holder(inode).stream())
                .findFirst();
    }

    /**
     * The sockets that listen on the port: columns are number, local, remote, state, ..., inode.
     */
    private static List<String> inodes(Path table, int port) {
        String suffix = ":%04X".formatted(port);
        try (Stream<String> lines = Files.lines(table)) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .filter(columns -> columns[1].endsWith(suffix) && columns[3].equals(LISTENING))
                    .map(columns -> columns[9])
                    .toList();
        } catch (IOException noSuchTable) {
            return List.of();
        }
    }

    private static Optional<PortOwner> holder(String inode) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), "socket:[" + inode + "]"))
                .findFirst()
                .map(process -> new PortOwner(process.pid(), command(process)));
    }

    private static boolean holds(long pid, String socket) {
        try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            return open.anyMatch(descriptor -> target(descriptor).equals(socket));
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static String command(ProcessHandle process) {
        String line =
                process.info().commandLine().or(() -> process.info().command()).orElse("unknown");
        return line.length() <= LONGEST_COMMAND ? line : line.substring(0, LONGEST_COMMAND) + "...";
    }
}
