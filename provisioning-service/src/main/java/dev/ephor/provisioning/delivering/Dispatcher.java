package dev.ephor.provisioning.delivering;

import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.application.DueDelivery;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends each delivery down its lane. */
@ApplicationScoped
class Dispatcher {
    private static final long SECONDS_FOR_THE_LAST_CALLS = 10;

    private final Delivering delivering;
    private final Targets targets;
    private final Limits limits;
    private final Clock clock;
    private final DeliveryMetrics metrics;
    private final Map<LaneId, Lane> lanes = new ConcurrentHashMap<>();
    private final Set<TargetId> watched = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("lane-", 0).factory());
    private volatile boolean stopped;

    Dispatcher(
            Delivering delivering,
            Targets targets,
            Limits limits,
            Clock clock,
            DeliveryMetrics metrics) {
        this.delivering = delivering;
        this.targets = targets;
        this.limits = limits;
        this.clock = clock;
        this.metrics = metrics;
        targets.onAnswering(target -> at(target).forEach(Lane::hurry));
    }

    /** Has them delivered as soon as they are due and their lane is free. */
    void offer(Collection<DueDelivery> deliveries) {
        if (stopped) {
            return;
        }
        Map<LaneId, List<DueDelivery>> byLane =
                deliveries.stream().collect(Collectors.groupingBy(LaneId::of));
        byLane.forEach((id, some) -> lanes.computeIfAbsent(id, this::lane).offer(some));
    }

    /** What waits for another try at these targets is tried at once. */
    void hurry(Collection<TargetId> some) {
        some.forEach(target -> hurry(target, _ -> true));
    }

    /**
     * The same for some of what waits for a target.
     *
     * @return how many memberships are tried at once
     */
    int hurry(TargetId target, Predicate<MembershipKey> which) {
        targets.at(target).traffic().begin();
        return at(target).mapToInt(lane -> lane.hurry(which)).sum();
    }

    /** Memberships that a target has yet to confirm. */
    int pending(TargetId target) {
        return at(target).mapToInt(Lane::pending).sum();
    }

    /** Those that a person has to look at. */
    long stuck(TargetId target) {
        return at(target).mapToLong(Lane::stuck).sum();
    }

    /** Lets the calls under way end; what they did not record is done again after the restart. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        lanes.values().forEach(Lane::stop);
        threads.shutdown();
        if (!threads.awaitTermination(SECONDS_FOR_THE_LAST_CALLS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }

    private Lane lane(LaneId id) {
        TargetId target = id.target();
        if (watched.add(target)) {
            metrics.watch(target, () -> pending(target), () -> stuck(target));
            metrics.watch(target, () -> targets.health(target));
        }
        return new Lane(batch -> delivering.deliver(id, batch), threads, clock, limits.batch());
    }

    private Stream<Lane> at(TargetId target) {
        return lanes.entrySet().stream()
                .filter(lane -> lane.getKey().target().equals(target))
                .map(Map.Entry::getValue);
    }
}
