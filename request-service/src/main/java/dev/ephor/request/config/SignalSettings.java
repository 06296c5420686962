package dev.ephor.request.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who may send signals, and what needs two. */
@ConfigMapping(prefix = "ephor.signals")
public interface SignalSettings {
    /** How old a signal may be when it is heard. */
    @WithDefault("P1D")
    Duration window();

    /** Whether a second responder has to confirm what concerns a whole tenant. */
    @WithDefault("false")
    boolean secondResponder();

    /** How long they have time. */
    @WithDefault("PT15M")
    Duration secondResponderWithin();

    /** Whose signals are believed. */
    List<Sender> producers();

    /** One of them. */
    interface Sender {
        String name();

        String source();

        Optional<List<String>> keys();

        Optional<List<String>> types();

        List<String> tenants();

        @WithDefault("false")
        boolean unsigned();
    }
}
