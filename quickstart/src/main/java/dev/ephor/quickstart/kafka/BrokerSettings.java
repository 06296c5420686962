package dev.ephor.quickstart.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** A broker's configuration: `broker.properties` and what differs from one start to the next. */
record BrokerSettings(Path dataDir, int port, int controllerPort) {
    /** The node and the controller's listener, as `broker.properties` has them. */
    static final int NODE_ID = 1;

    static final String CONTROLLER = "CONTROLLER";

    Map<String, String> toMap() {
        Map<String, String> all = new HashMap<>();
        constants().forEach((name, value) -> all.put((String) name, (String) value));
        String controller = "127.0.0.1:" + controllerPort;
        String broker = "PLAINTEXT://127.0.0.1:" + port;
        all.put("listeners", broker + "," + CONTROLLER + "://" + controller);
        all.put("advertised.listeners", broker);
        all.put("controller.quorum.voters", NODE_ID + "@" + controller);
        all.put("log.dirs", dataDir.toString());
        return all;
    }

    private static Properties constants() {
        Properties constants = new Properties();
        try (InputStream in = BrokerSettings.class.getResourceAsStream("broker.properties")) {
            constants.load(Objects.requireNonNull(in, "broker.properties is missing"));
            return constants;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
