package dev.ephor.faults.nemesis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A wall clock for one process that can be set while it runs, by libfaketime. What passes evenly
 * there goes on passing evenly.
 */
final class FalseTime {
    private static final List<Path> LIBRARIES =
            List.of(
                    Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"),
                    Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1"),
                    Path.of("/usr/lib/faketime/libfaketime.so.1"));

    private final Path library;
    private final Path offset;

    private FalseTime(Path library, Path offset) {
        this.library = library;
        this.offset = offset;
    }

    /** Empty where libfaketime is not installed. */
    static Optional<FalseTime> beside(Path folder) {
        return LIBRARIES.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .map(library -> new FalseTime(library, folder.resolveSibling("clock-offset")));
    }

    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                offset.toString(),
                // Seconds after which it looks at the file again.
                "FAKETIME_CACHE_DURATION",
                "1",
                // The mending of waits that it does otherwise makes each take milliseconds.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "DONT_FAKE_MONOTONIC",
                "1");
    }

    /** Within a second the process's clock differs from the true one by this. */
    void set(Duration by) {
        try {
            Path next = offset.resolveSibling("clock-offset.next");
            Files.writeString(next, "%+d%n".formatted(by.toSeconds()));
            Files.move(
                    next,
                    offset,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
