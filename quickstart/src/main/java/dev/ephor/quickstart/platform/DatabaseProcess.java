package dev.ephor.quickstart.platform;

import dev.ephor.quickstart.postgres.DatabaseSettings;
import dev.ephor.quickstart.postgres.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.stream.Stream;

/** PostgreSQL as something that can be killed and started again on its data. */
public final class DatabaseProcess implements AutoCloseable {
    private final DatabaseSettings settings;
    private EmbeddedDatabase database;

    private DatabaseProcess(DatabaseSettings settings) {
        this.settings = settings;
        this.database = EmbeddedDatabase.start(settings);
    }

    static DatabaseProcess first(DatabaseSettings settings) {
        return new DatabaseProcess(settings);
    }

    public long pid() {
        return database.pid();
    }

    /** Where it keeps everything on disk. */
    public Path data() {
        return settings.dataDir();
    }

    public boolean isAlive() {
        return database.server().isPresent();
    }

    /** As kill -9 of the server and all its processes ends it; it may have ended by itself. */
    public void kill() {
        database.server().ifPresent(DatabaseProcess::kill);
        database.close();
    }

    private static void kill(ProcessHandle server) {
        // First the server, or it would take its children's end for a crash and begin to recover.
        var all = Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** Starts it again; returns when it accepts clients. */
    public void start() {
        database = EmbeddedDatabase.start(settings);
    }

    @Override
    public void close() {
        database.close();
    }
}
