package dev.ephor.quickstart.platform;

import dev.ephor.quickstart.postgres.DatabaseRole;
import dev.ephor.quickstart.postgres.DatabaseSettings;
import dev.ephor.quickstart.process.Children;
import java.util.List;

/** What the services stand on: a broker and PostgreSQL, each a process of its own. */
record Ground(RunFolder folder, Addresses addresses, BrokerProcess broker) {

    /** Returns when the broker's process is there, which takes seconds to accept connections. */
    static Ground begin(
            RunFolder folder, Addresses addresses, Children children, Progress progress) {
        int port = addresses.of(Addresses.KAFKA);
        return new Ground(
                folder, addresses, BrokerProcess.first(children, folder, port, progress::say));
    }

    /** Returns when PostgreSQL accepts connections. */
    DatabaseProcess database(List<DatabaseRole> roles) {
        return DatabaseProcess.first(
                new DatabaseSettings(
                        folder.of("postgres"),
                        folder.of("postgres-binaries"),
                        addresses.of(Addresses.POSTGRES),
                        roles));
    }
}
