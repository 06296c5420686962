package dev.ephor.membership.config;

import dev.ephor.events.MembershipEvent;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.MembershipRemoved;
import dev.ephor.membership.application.Measures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** The measures of this service, as meters. */
final class MeterMeasures implements Measures {
    private final MeterRegistry metrics;
    private final Map<Integer, Tally> tallies = new ConcurrentHashMap<>();
    private final Timer lateness;
    private final Timer overstay;

    MeterMeasures(MeterRegistry metrics) {
        this.metrics = metrics;
        this.lateness =
                timer("ephor.window.lateness", "From the end of a window until it was closed");
        this.overstay =
                timer(
                        "ephor.membership.overstay",
                        "From when a removal was due until the directory confirmed it");
        gauge("ephor.windows.open", "Windows that are live", Tally::live);
        gauge("ephor.windows.scheduled", "Windows that are yet to open", Tally::scheduled);
        gauge(
                "ephor.memberships.unconfirmed",
                "Memberships of which the directory has not confirmed what is wanted",
                Tally::unconfirmed);
        gauge(
                "ephor.memberships.stuck",
                "Memberships whose change failed so often that a person has to look",
                Tally::stuck);
        gauge(
                "ephor.memberships.drifted",
                "Memberships that the directory has and Ephor did not give, or the reverse",
                Tally::drifted);
    }

    @Override
    public void said(MembershipEvent event) {
        switch (event) {
            case ActivationExpired e -> lateness.record(Duration.between(e.end(), e.closedAt()));
            case MembershipRemoved r ->
                    overstay.record(Duration.between(r.wantedSince(), r.confirmedAt()));
            default -> {}
        }
    }

    @Override
    public void tally(int partition, Tally tally) {
        tallies.put(partition, tally);
    }

    @Override
    public void drop(int partition) {
        tallies.remove(partition);
    }

    @Override
    public void unknownType(String topic) {
        metrics.counter("ephor.events.unknown", "topic", topic).increment();
    }

    @Override
    public void deadLetter(String topic) {
        metrics.counter("ephor.dead.letters", "subscription", "topology", "topic", topic)
                .increment();
    }

    @Override
    public void watchdogWithdrew() {
        metrics.counter("ephor.watchdog.withdrawals").increment();
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .publishPercentiles(0.5, 0.99)
                .register(metrics);
    }

    private void gauge(String name, String description, ToDoubleFunction<Tally> of) {
        Gauge.builder(name, tallies, all -> all.values().stream().mapToDouble(of).sum())
                .description(description)
                .register(metrics);
    }
}
