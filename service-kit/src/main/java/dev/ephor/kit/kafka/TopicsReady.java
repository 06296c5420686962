package dev.ephor.kit.kafka;

import dev.ephor.events.Topic;
import dev.ephor.events.Topics;
import dev.ephor.kit.time.Stop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the topics that are missing, and lets consumers and relay wait until they are there. A
 * service that starts before its broker waits and says for what.
 */
@ApplicationScoped
public class TopicsReady {
    private static final Logger LOG = Logger.getLogger(TopicsReady.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final KafkaClients kafka;
    private final boolean create;
    private final int partitions;
    private final String brokers;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Stop stop = new Stop();

    TopicsReady(
            KafkaClients kafka,
            @ConfigProperty(name = "ephor.kafka.create-topics", defaultValue = "true")
                    boolean create,
            @ConfigProperty(name = "ephor.kafka.partitions", defaultValue = "12") int partitions,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.kafka = kafka;
        this.create = create;
        this.partitions = partitions;
        this.brokers = brokers;
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        Thread.ofVirtual().name("topics").start(this::makeSure);
    }

    void stop(@Observes ShutdownEvent event) {
        stop.request();
    }

    /** Blocks until every topic is there. */
    public void await() throws InterruptedException {
        ready.await();
    }

    /** Waits this long, or until every topic is there; returns whether they are. */
    public boolean isReadyWithin(Duration wait) throws InterruptedException {
        return ready.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void makeSure() {
        List<NewTopic> wanted = Topics.all(partitions).stream().map(TopicsReady::asNew).toList();
        boolean said = false;
        while (!done(wanted)) {
            if (!said) {
                LOG.infof("Waiting for Kafka at %s and its topics", brokers);
                said = true;
            }
            if (isStoppedMeanwhile()) {
                return;
            }
        }
        ready.countDown();
    }

    private boolean isStoppedMeanwhile() {
        try {
            return stop.isRequestedWithin(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private boolean done(List<NewTopic> wanted) {
        try (Admin admin = kafka.admin()) {
            return create ? make(admin, wanted) : exist(admin, wanted);
        } catch (ExecutionException | KafkaException e) {
            LOG.debugf(e, "Topics are not there yet");
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static boolean make(Admin admin, List<NewTopic> wanted)
            throws ExecutionException, InterruptedException {
        for (var made : admin.createTopics(wanted).values().values()) {
            try {
                made.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        return true;
    }

    private static boolean exist(Admin admin, List<NewTopic> wanted)
            throws ExecutionException, InterruptedException {
        return admin.listTopics()
                .names()
                .get()
                .containsAll(wanted.stream().map(NewTopic::name).toList());
    }

    private static NewTopic asNew(Topic<?> topic) {
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                .configs(
                        switch (topic.keeping()) {
                            case NEWEST_OF_KEY ->
                                    Map.of(
                                            TopicConfig.CLEANUP_POLICY_CONFIG,
                                            TopicConfig.CLEANUP_POLICY_COMPACT);
                            case RETENTION -> Map.of();
                            case FOREVER -> Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");
                        });
    }
}
