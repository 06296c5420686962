package dev.ephor.membership.config;

import dev.ephor.kit.time.Stop;
import dev.ephor.membership.kafka.StreamsClients;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/** A Streams thread that dies is replaced, for ever: without one, nothing would expire. */
@Singleton
class StreamsFaults implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = Logger.getLogger(StreamsFaults.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final StreamsClients clients;
    private final Stop stop = new Stop();

    StreamsFaults(StreamsClients clients) {
        this.clients = clients;
    }

    void stop(@Observes ShutdownEvent event) {
        stop.request();
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable fault) {
        LOG.errorf(fault, "A Streams thread died and is replaced");
        try {
            if (stop.isRequestedWithin(PAUSE)) {
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            }
            clients.threadIsReplaced();
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
    }
}
