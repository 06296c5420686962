package dev.ephor.membership.config;

import dev.ephor.kit.catalog.Catalog;
import dev.ephor.kit.kafka.KafkaClients;
import dev.ephor.kit.time.Ids;
import dev.ephor.membership.application.Directories;
import dev.ephor.membership.application.DirectoryMeasures;
import dev.ephor.membership.application.DirectoryWorker;
import dev.ephor.membership.application.FindOwned;
import dev.ephor.membership.application.Limits;
import dev.ephor.membership.application.Measures;
import dev.ephor.membership.application.Sweep.Pace;
import dev.ephor.membership.application.Sweeps;
import dev.ephor.membership.application.Watchdog;
import dev.ephor.membership.domain.MembershipDecider;
import dev.ephor.membership.kafka.Collaborators;
import dev.ephor.membership.kafka.DueTimes;
import dev.ephor.membership.kafka.LocalMemberships;
import dev.ephor.membership.kafka.MembershipTopology;
import dev.ephor.membership.kafka.ObservationSender;
import dev.ephor.membership.kafka.OwnedKeys;
import dev.ephor.membership.kafka.Owners;
import dev.ephor.membership.kafka.StreamsReadiness;
import dev.ephor.membership.kafka.Troubles;
import dev.ephor.membership.kafka.Untold;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;

/** The other rooms as beans. Quarkus's Kafka Streams extension runs the topology made here. */
class Wiring {

    @Produces
    @Singleton
    OpenConnectors connectors(Config config) {
        return new OpenConnectors(name -> config.getOptionalValue(name, String.class).orElse(null));
    }

    void close(@Disposes OpenConnectors connectors) {
        connectors.close();
    }

    @Produces
    @Singleton
    Directories directories(Catalog catalog, OpenConnectors connectors, MeterRegistry metrics) {
        return new ConnectorDirectories(catalog, connectors, metrics);
    }

    @Produces
    @Singleton
    Measures measures(MeterRegistry metrics) {
        return new MeterMeasures(metrics);
    }

    @Produces
    @Singleton
    DirectoryMeasures directoryMeasures(MeterRegistry metrics) {
        return new DirectoryMeters(metrics);
    }

    @Produces
    @Singleton
    ObservationSender observations(KafkaClients kafka, Ids ids, Clock clock) {
        return new ObservationSender(kafka.producer("observations"), ids, clock);
    }

    void close(@Disposes ObservationSender observations) {
        observations.close();
    }

    @Produces
    @Singleton
    DirectoryWorker worker(
            Directories directories,
            ObservationSender observations,
            DirectoryMeasures measures,
            Clock clock,
            MembershipSettings settings) {
        var limits = new Limits(settings.directoryCalls(), settings.directoryBatch());
        return new DirectoryWorker(directories, observations, measures, clock, limits);
    }

    void close(@Disposes DirectoryWorker worker) {
        worker.close();
    }

    @Produces
    @Singleton
    DueTimes dueTimes(Clock clock) {
        return new DueTimes(clock);
    }

    @Produces
    @Singleton
    Troubles troubles() {
        return new Troubles();
    }

    @Produces
    @Singleton
    Untold untold() {
        return new Untold();
    }

    @Produces
    @Singleton
    Topology topology(
            DirectoryWorker worker,
            Measures measures,
            DueTimes dueTimes,
            Troubles troubles,
            Untold untold,
            Clock clock,
            MembershipSettings settings) {
        var decider = new MembershipDecider(settings.stuckAfter(), settings.stuckAge());
        return MembershipTopology.of(
                new Collaborators(decider, worker, measures, dueTimes, troubles, untold, clock));
    }

    @Produces
    @Singleton
    LocalMemberships memberships(
            KafkaStreams streams, DueTimes dueTimes, Troubles troubles, Untold untold) {
        return new LocalMemberships(streams, dueTimes, troubles, untold);
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck windows(KafkaStreams streams, LocalMemberships memberships, Owners owners) {
        return new StreamsReadiness(streams, memberships, owners);
    }

    @Produces
    @Singleton
    Owners owners(
            KafkaStreams streams,
            FindOwned here,
            @ConfigProperty(name = "ephor.kafka.partitions", defaultValue = "12") int partitions) {
        return new Owners(streams, here, partitions);
    }

    @Produces
    @Singleton
    Sweepers sweepers(
            Catalog catalog,
            OpenConnectors connectors,
            Directories directories,
            LocalMemberships memberships,
            FindOwned owned,
            ObservationSender observations,
            MeterRegistry metrics,
            Clock clock,
            MembershipSettings settings) {
        var rosters = new ConnectorRosters(catalog, connectors);
        return new Sweepers(
                rosters,
                new Sweeps(
                        rosters,
                        memberships,
                        memberships,
                        owned,
                        directories,
                        new PolicedSightings(catalog, observations),
                        new SweepMeters(metrics),
                        clock,
                        pace(settings.sweep())));
    }

    private static Pace pace(MembershipSettings.Sweep set) {
        return new Pace(set.changesEvery(), set.fullEvery(), set.fullEveryAlone(), set.reads());
    }

    void close(@Disposes Sweepers sweepers) {
        sweepers.close();
    }

    @Produces
    @Singleton
    FindOwned owned(
            KafkaStreams streams,
            @ConfigProperty(name = "ephor.kafka.partitions", defaultValue = "12") int partitions) {
        return new OwnedKeys(streams, partitions);
    }

    @Produces
    @Singleton
    Watchdog watchdog(
            LocalMemberships memberships,
            Directories directories,
            DirectoryWorker worker,
            Measures measures,
            Clock clock,
            MembershipSettings settings) {
        return new Watchdog(
                memberships,
                directories,
                measures,
                clock,
                settings.watchdogGrace(),
                worker.withdrawals());
    }
}
