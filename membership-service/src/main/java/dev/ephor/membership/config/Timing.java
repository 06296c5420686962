package dev.ephor.membership.config;

import dev.ephor.kit.kafka.KafkaClients;
import dev.ephor.kit.kafka.TopicsReady;
import dev.ephor.kit.time.ClockJumps;
import dev.ephor.kit.time.GuardedClock;
import dev.ephor.membership.application.ClockWatch;
import dev.ephor.membership.kafka.BrokerTime;
import dev.ephor.membership.kafka.DueTimes;
import dev.ephor.membership.kafka.Pulse;
import dev.ephor.membership.kafka.StreamsClients;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the service goes by: the time, and whether it may still decide. */
class Timing {

    @Produces
    @Singleton
    StreamsClients clients(
            DueTimes dueTimes, TopicsReady topics, Instance<ClockWatch> clock, Pulse pulse) {
        return new StreamsClients(
                dueTimes,
                wait -> topics.isReadyWithin(wait) && clock.get().isSettledWithin(wait),
                pulse);
    }

    /** The broker heard from this process a heartbeat before it stood still. */
    @Produces
    @Singleton
    Pulse pulse(
            @ConfigProperty(name = "kafka-streams.main.consumer.session.timeout.ms") int session,
            @ConfigProperty(name = "kafka-streams.main.consumer.heartbeat.interval.ms") int beat) {
        return new Pulse(Duration.ofMillis(session - beat));
    }

    @Produces
    @Singleton
    GuardedClock clock() {
        return new GuardedClock();
    }

    @Produces
    @Singleton
    BrokerTime brokerTime(KafkaClients kafka) {
        return new BrokerTime(kafka::admin);
    }

    void close(@Disposes BrokerTime brokers) {
        brokers.close();
    }

    @Produces
    @Singleton
    ClockWatch clockWatch(GuardedClock clock, BrokerTime brokers, StreamsClients clients) {
        return new ClockWatch(clock, new ClockJumps(), brokers, clients::beginAnew);
    }
}
