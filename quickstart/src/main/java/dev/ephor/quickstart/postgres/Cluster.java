package dev.ephor.quickstart.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A data directory of PostgreSQL: makes it, completely or not at all, and starts a server on it.
 */
record Cluster(DatabaseSettings settings) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * The library starts servers with durability off; these come later on the command line, hence
     * win.
     */
    private static final Map<String, String> CONFIGURATION =
            Map.of(
                    "fsync", "on",
                    "synchronous_commit", "on",
                    "full_page_writes", "on",
                    "listen_addresses", "127.0.0.1",
                    "unix_socket_directories", "",
                    "max_connections", "100",
                    "shared_buffers", "32MB",
                    "max_wal_size", "512MB",
                    "autovacuum_max_workers", "2",
                    "jit", "off");

    /**
     * The library tells every step, and complains of a server that is gone already; what matters is
     * thrown.
     */
    private static final Logger LIBRARY = Logger.getLogger("io.zonky.test.db.postgres");

    EmbeddedPostgres start(int port) {
        LIBRARY.setLevel(Level.OFF);
        refuseRootWithoutNamespaces();
        new Postmaster(settings.dataDir()).stop();
        try {
            Files.createDirectories(settings.dataDir().getParent());
            MarkedDirectory data = new MarkedDirectory(settings.dataDir());
            MarkedDirectory binaries = new MarkedDirectory(settings.binariesDir());
            data.dropHalfMade();
            binaries.dropHalfMade();
            makePrivate(settings.binariesDir());
            writePassword();
            EmbeddedPostgres postgres = builder(port).start();
            data.complete();
            binaries.complete();
            return postgres;
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "PostgreSQL did not start on "
                            + settings.dataDir()
                            + "; its log is "
                            + settings.log(),
                    e);
        }
    }

    private EmbeddedPostgres.Builder builder(int port) throws IOException {
        // The library looks there for its binaries; its own choice in the temporary folder is
        // shared by all users.
        System.setProperty(
                "ot.epg.working-dir", settings.binariesDir().resolve("unpacked").toString());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        CONFIGURATION.forEach(builder::setServerConfig);
        return builder.setDataDirectory(settings.dataDir())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(Redirect.appendTo(settings.log().toFile()))
                // These become options of initdb, `--name=value`.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", settings.password().toString())
                .setConnectConfig("password", Files.readString(settings.password()).strip());
    }

    /**
     * The library lets everybody write to the folder that it unpacks into; so nobody else may reach
     * it.
     */
    private static void makePrivate(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }

    private void writePassword() throws IOException {
        Path file = settings.password();
        if (Files.exists(file) && Files.size(file) > 0) {
            return;
        }
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, UUID.randomUUID() + "\n");
    }

    private static void refuseRootWithoutNamespaces() {
        if (System.getProperty("user.name").equals("root") && !LinuxUtils.isUnshareAvailable()) {
            throw new IllegalStateException(
                    "PostgreSQL refuses to run as root, and this machine does not allow `unshare -U`, by which it"
                            + " would not be: run Ephor as an ordinary user");
        }
    }
}
