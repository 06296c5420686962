package dev.ephor.membership.kafka;

import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Ready when every source partition is owned by some instance and the local stores answer. Streams'
 * own word RUNNING says neither: a restarted instance says it before it has a task.
 */
public final class StreamsReadiness implements HealthCheck {
    private final KafkaStreams streams;
    private final LocalMemberships memberships;
    private final Owners owners;

    public StreamsReadiness(KafkaStreams streams, LocalMemberships memberships, Owners owners) {
        this.streams = streams;
        this.memberships = memberships;
        this.owners = owners;
    }

    @Override
    public HealthCheckResponse call() {
        Set<Integer> unowned = owners.unowned();
        boolean ready =
                streams.state() == KafkaStreams.State.RUNNING
                        && unowned.isEmpty()
                        && memberships.answers();
        return HealthCheckResponse.named("windows")
                .status(ready)
                .withData("state", streams.state().name())
                .withData("partitions without an owner", unowned.size())
                .build();
    }
}
