package dev.ephor.quickstart.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/**
 * A shell that waits for this process to end, in whatever way, and then ends the PostgreSQL server
 * that would be left behind: the server is a daemon and would not notice.
 */
final class Guardian implements AutoCloseable {
    // Ctrl-C reaches the whole foreground group: the shell must survive it to do its work. The pid
    // is compared again at
    // the end, since a number may by then mean another process.
    private static final String SCRIPT =
            "trap '' INT TERM HUP; cat > /dev/null;"
                    + " if [ \"$(head -n 1 \"$2\" 2> /dev/null)\" = \"$1\" ]; then kill -INT \"$1\"; fi";

    private final Process shell;

    private Guardian(Process shell) {
        this.shell = shell;
    }

    static Guardian of(long serverPid, Path dataDir) {
        String pidFile = dataDir.resolve("postmaster.pid").toString();
        try {
            return new Guardian(
                    new ProcessBuilder(
                                    "sh",
                                    "-c",
                                    SCRIPT,
                                    "guardian",
                                    String.valueOf(serverPid),
                                    pidFile)
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot start the shell that watches over PostgreSQL", e);
        }
    }

    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
        } catch (IOException gone) {
            // Then there is nothing left to close.
        }
    }
}
