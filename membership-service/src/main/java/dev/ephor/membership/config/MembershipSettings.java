package dev.ephor.membership.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may set; application.properties says what each means. */
@ConfigMapping(prefix = "ephor.membership")
interface MembershipSettings {
    @WithDefault("3")
    int stuckAfter();

    @WithDefault("30s")
    Duration stuckAge();

    @WithDefault("16")
    int directoryCalls();

    @WithDefault("20")
    int directoryBatch();

    @WithDefault("2s")
    Duration watchdogGrace();

    @WithDefault("http")
    String peerScheme();

    Sweep sweep();

    interface Sweep {
        @WithDefault("5s")
        Duration changesEvery();

        @WithDefault("10m")
        Duration fullEvery();

        @WithDefault("30s")
        Duration fullEveryAlone();

        @WithDefault("50")
        int reads();
    }
}
