package dev.ephor.quickstart.postgres;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A parent for tests, to be killed: starts a database and says the server's pid. */
public final class DatabaseOwner {
    private DatabaseOwner() {}

    public static void main(String[] args) throws InterruptedException {
        EmbeddedDatabase database =
                EmbeddedDatabase.start(
                        new DatabaseSettings(Path.of(args[0]), Path.of(args[1]), 0, List.of()));
        System.out.println("pid " + database.pid());
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
