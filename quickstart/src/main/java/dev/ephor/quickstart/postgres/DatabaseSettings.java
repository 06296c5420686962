package dev.ephor.quickstart.postgres;

import java.nio.file.Path;
import java.util.List;

/**
 * What one PostgreSQL is started with.
 *
 * @param dataDir made where it does not exist; beside it come a log and the superuser's password
 * @param binariesDir where the binaries are unpacked to, once; several databases may share it
 * @param port 0 for any free one
 * @param roles made where they do not exist, each with its database
 */
public record DatabaseSettings(Path dataDir, Path binariesDir, int port, List<DatabaseRole> roles) {
    public DatabaseSettings {
        dataDir = dataDir.toAbsolutePath();
        binariesDir = binariesDir.toAbsolutePath();
        roles = List.copyOf(roles);
    }

    Path log() {
        return dataDir.resolveSibling(dataDir.getFileName() + ".log");
    }

    Path password() {
        return dataDir.resolveSibling(dataDir.getFileName() + ".password");
    }
}
