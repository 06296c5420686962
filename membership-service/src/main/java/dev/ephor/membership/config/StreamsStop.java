package dev.ephor.membership.config;

import dev.ephor.membership.kafka.StreamsClients;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets the process end although the broker is away, for which Streams would wait. */
@Singleton
class StreamsStop {
    private static final long GRACE_SECONDS = 3;

    private final StreamsClients clients;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("streams-stop").daemon().factory());

    StreamsStop(StreamsClients clients) {
        this.clients = clients;
    }

    /** Before the extension, which stops Streams and returns when that is done. */
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        timer.schedule(clients::letGo, GRACE_SECONDS, TimeUnit.SECONDS);
    }
}
