package dev.ephor.kit.test;

import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** One broker per test JVM: a container where a Docker engine answers, else the embedded one. */
final class TestBroker {
    private static final String IMAGE = "apache/kafka:4.1.1";
    private static String servers;

    private TestBroker() {}

    static synchronized String bootstrapServers() {
        if (servers == null) {
            servers = hasDocker() ? container() : EmbeddedKafka.start();
        }
        return servers;
    }

    private static String container() {
        System.out.println("Kafka for the tests: a container of " + IMAGE);
        KafkaContainer container = new KafkaContainer(IMAGE);
        container.start();
        return container.getBootstrapServers();
    }

    /**
     * Asking Testcontainers takes seconds where there is nothing, so the socket is looked at first.
     */
    private static boolean hasDocker() {
        boolean likely =
                System.getenv("DOCKER_HOST") != null
                        || Files.exists(Path.of("/var/run/docker.sock"));
        return likely && DockerClientFactory.instance().isDockerAvailable();
    }
}
