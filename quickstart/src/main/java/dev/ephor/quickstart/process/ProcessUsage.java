package dev.ephor.quickstart.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a process takes of the machine, from Linux's /proc.
 *
 * @param residentBytes memory that is in RAM
 * @param cpu time spent since the process started, in user and system mode
 */
public record ProcessUsage(long residentBytes, Duration cpu) {
    /** Linux counts CPU time in hundredths of a second, whatever the kernel's own clock. */
    private static final long MILLIS_PER_TICK = 10;

    /** Nothing where the process is gone, or where there is no /proc. */
    public static Optional<ProcessUsage> of(long pid) {
        try {
            return Optional.of(
                    new ProcessUsage(kilobytes(pid, "status", "VmRSS:") * 1024, cpu(pid)));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** A process and all that it started; pages that they share count once. */
    public static Optional<ProcessUsage> ofTree(long pid) {
        List<Long> pids =
                ProcessHandle.of(pid).stream()
                        .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                        .map(ProcessHandle::pid)
                        .toList();
        return pids.stream()
                .flatMap(each -> proportional(each).stream())
                .reduce(
                        (a, b) ->
                                new ProcessUsage(
                                        a.residentBytes + b.residentBytes, a.cpu.plus(b.cpu)));
    }

    private static Optional<ProcessUsage> proportional(long pid) {
        try {
            return Optional.of(
                    new ProcessUsage(kilobytes(pid, "smaps_rollup", "Pss:") * 1024, cpu(pid)));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static long kilobytes(long pid, String file, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid), file)).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static Duration cpu(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        // The command, in parentheses, may hold spaces; the fields after it are from the third on.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return Duration.ofMillis(ticks * MILLIS_PER_TICK);
    }
}
