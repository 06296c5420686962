package dev.ephor.quickstart.kafka;

import dev.ephor.quickstart.process.FreePorts;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker in KRaft mode, its own controller, on loopback, in this process; or, by
 * {@link #main}, in one of its own. Starting on the data directory of an earlier one recovers what
 * that one had.
 */
public final class EmbeddedBroker implements AutoCloseable {
    // Held here, since the JDK forgets loggers that nobody holds, and their levels with them.
    private static final List<Logger> QUIET =
            List.of(
                    Logger.getLogger("kafka"),
                    Logger.getLogger("org.apache.kafka"),
                    Logger.getLogger("state"));

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Returns when the broker accepts clients.
     *
     * @param dataDir made and formatted where it does not exist
     * @param port 0 for any free one
     */
    public static EmbeddedBroker start(Path dataDir, int port) {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        List<Integer> free = FreePorts.allocate(2);
        int clientPort = port == 0 ? free.getFirst() : port;
        new BrokerStorage(dataDir).prepare();
        BrokerSettings settings = new BrokerSettings(dataDir, clientPort, free.getLast());
        KafkaRaftServer server =
                new KafkaRaftServer(KafkaConfig.apply(settings.toMap(), false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
        return new EmbeddedBroker(server, clientPort);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /**
     * Runs a broker until the process is told to end; says `ready` when it accepts clients.
     *
     * @param args the data directory and the port
     */
    public static void main(String[] args) throws InterruptedException {
        if (args.length != 2) {
            System.err.println("Usage: EmbeddedBroker <data directory> <port>");
            System.exit(2);
        }
        EmbeddedBroker broker = start(Path.of(args[0]), Integer.parseInt(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-shutdown"));
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
