package dev.ephor.membership.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.jspecify.annotations.Nullable;

/**
 * What time it is at the leader of Kafka's quorum. It tells when each member last caught up with
 * it, and for itself that is now (KIP-836). Needs the right to describe the cluster. Not
 * thread-safe.
 */
public final class BrokerTime implements Supplier<Instant>, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String REFUSED =
            "Kafka does not let its quorum be described: give this service Describe on the cluster";

    private final Supplier<Admin> clients;
    private @Nullable Admin admin;

    /**
     * @param clients makes one; after a failure another
     */
    public BrokerTime(Supplier<Admin> clients) {
        this.clients = clients;
    }

    /**
     * Asks, for two seconds at most.
     *
     * @throws KafkaException when it was not told
     * @throws UnsupportedOperationException when it never will be
     */
    @Override
    public Instant get() {
        try {
            QuorumInfo quorum =
                    admin().describeMetadataQuorum()
                            .quorumInfo()
                            .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return timeOf(quorum);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException
                    || e.getCause() instanceof UnsupportedVersionException) {
                throw new UnsupportedOperationException(REFUSED, e);
            }
            throw new KafkaException("Kafka's quorum does not tell what time it is", e);
        } catch (TimeoutException e) {
            // Its own time-outs go by the wall clock: one that was made before that was set may
            // never come back.
            close();
            throw new KafkaException("Kafka's quorum does not answer", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static Instant timeOf(QuorumInfo quorum) {
        return quorum.voters().stream()
                .filter(voter -> voter.replicaId() == quorum.leaderId())
                .flatMapToLong(voter -> voter.lastCaughtUpTimestamp().stream())
                .mapToObj(Instant::ofEpochMilli)
                .findFirst()
                .orElseThrow(() -> new KafkaException("The leader of the quorum tells no time"));
    }

    private Admin admin() {
        Admin known = admin;
        if (known == null) {
            known = clients.get();
            admin = known;
        }
        return known;
    }

    @Override
    public void close() {
        Admin known = admin;
        admin = null;
        if (known != null) {
            known.close(Duration.ZERO);
        }
    }
}
