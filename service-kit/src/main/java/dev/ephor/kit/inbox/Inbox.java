package dev.ephor.kit.inbox;

import dev.ephor.kit.kafka.KafkaClients;
import dev.ephor.kit.kafka.TopicsReady;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;

/** Starts a {@link ConsumerLoop} for each subscription of the service, and stops them. */
@ApplicationScoped
class Inbox {
    private final List<Subscription> subscriptions;
    private final List<RawSubscription> rawSubscriptions;
    private final KafkaClients kafka;
    private final TopicsReady topics;
    private final EventTransaction transaction;
    private final List<ConsumerLoop> loops = new ArrayList<>();

    Inbox(
            @All List<Subscription> subscriptions,
            @All List<RawSubscription> rawSubscriptions,
            KafkaClients kafka,
            TopicsReady topics,
            EventTransaction transaction) {
        this.subscriptions = subscriptions;
        this.rawSubscriptions = rawSubscriptions;
        this.kafka = kafka;
        this.topics = topics;
        this.transaction = transaction;
    }

    void start(@Observes StartupEvent event) {
        for (Subscription one : subscriptions) {
            start(Feed.of(one), records -> transaction.handle(one, records));
        }
        for (RawSubscription one : rawSubscriptions) {
            start(Feed.of(one), records -> transaction.handle(one, records));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        transaction.stop();
        loops.forEach(ConsumerLoop::stop);
        loops.forEach(ConsumerLoop::join);
    }

    /** Whether every subscription has been given its partitions. */
    boolean isConsuming() {
        return loops.stream().allMatch(ConsumerLoop::isAssigned);
    }

    private void start(Feed feed, ConsumerLoop.Batch batch) {
        var loop = new ConsumerLoop(feed, () -> kafka.consumer(feed.name()), topics, batch);
        loops.add(loop);
        loop.start();
    }
}
