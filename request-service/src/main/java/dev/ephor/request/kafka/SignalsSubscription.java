package dev.ephor.request.kafka;

import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.SignalEvent;
import dev.ephor.events.Topic;
import dev.ephor.events.Topics;
import dev.ephor.kit.inbox.Objection;
import dev.ephor.kit.inbox.Subscription;
import dev.ephor.request.application.HearingSignals;
import dev.ephor.request.application.KnownProducers;
import dev.ephor.request.application.Producer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hears signals, and believes those that the gate lets through. */
@ApplicationScoped
class SignalsSubscription implements Subscription {
    private final SignalGate gate;
    private final Findings findings;
    private final HearingSignals hearing;
    private final KnownProducers producers;

    SignalsSubscription(
            SignalGate gate, Findings findings, HearingSignals hearing, KnownProducers producers) {
        this.gate = gate;
        this.findings = findings;
        this.hearing = hearing;
        this.producers = producers;
    }

    @Override
    public String name() {
        return "signals";
    }

    @Override
    public List<Topic<? extends Event>> topics() {
        return List.of(Topics.SIGNALS);
    }

    @Override
    public Optional<Objection> objection(ConsumerRecord<byte[], byte[]> record) {
        return gate.objection(record);
    }

    @Override
    public void buried(ConsumerRecord<byte[], byte[]> record, Objection why) {
        findings.tell(record, why);
    }

    @Override
    public void accept(Envelope<? extends Event> event) {
        Producer producer = producers.of(event.source()).orElseThrow();
        hearing.hear(event.as(SignalEvent.class), producer.name());
    }
}
