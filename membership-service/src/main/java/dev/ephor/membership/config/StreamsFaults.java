package dev.ephor.membership.config;

import dev.ephor.kit.time.Stop;
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

    private final Stop stop = new Stop();

    void stop(@Observes ShutdownEvent event) {
        stop.request();
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable fault) {
        LOG.errorf(fault, "A Streams thread died and is replaced");
        try {
            return stop.isRequestedWithin(PAUSE)
                    ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
                    : StreamThreadExceptionResponse.REPLACE_THREAD;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
    }
}
