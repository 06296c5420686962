package dev.ephor.quickstart.platform;

import dev.ephor.quickstart.process.ProcessUsage;
import java.time.Duration;
import java.util.Optional;

/**
 * What a process of the platform costs.
 *
 * @param counts whether it is part of Ephor (a service, the broker, PostgreSQL), not the emulators
 *     or a load
 * @param cpu since its start
 */
public record Usage(String name, boolean counts, long residentBytes, Duration cpu) {

    static Optional<Usage> of(String name, boolean counts, Optional<ProcessUsage> measured) {
        return measured.map(usage -> new Usage(name, counts, usage.residentBytes(), usage.cpu()));
    }

    public boolean isOf(Usage earlier) {
        return name.equals(earlier.name);
    }

    public Duration cpuSince(Usage earlier) {
        return cpu.minus(earlier.cpu);
    }
}
