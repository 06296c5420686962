package dev.ephor.membership.config;

import jakarta.inject.Singleton;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/** A Streams thread that dies is replaced, for ever: without one, nothing would expire. */
@Singleton
class StreamsFaults implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = Logger.getLogger(StreamsFaults.class);
    private static final long PAUSE_MILLIS = 500;

    @Override
    public StreamThreadExceptionResponse handle(Throwable fault) {
        LOG.errorf(fault, "A Streams thread died and is replaced");
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
