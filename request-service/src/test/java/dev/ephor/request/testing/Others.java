package dev.ephor.request.testing;

import dev.ephor.events.Access;
import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.EventCodec;
import dev.ephor.events.MembershipKey;
import dev.ephor.kit.kafka.KafkaClients;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.kit.time.Ids;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Speaks as the other services do. */
@Singleton
public class Others {
    private final KafkaProducer<String, byte[]> producer;
    private final Ids ids;

    Others(KafkaClients kafka, Ids ids) {
        this.producer = kafka.producer("others");
        this.ids = ids;
    }

    public static MembershipKey key(String principal, String group) {
        return new MembershipKey(TestIssuer.TENANT, group, principal, Access.MEMBER);
    }

    /** Says an event about an activation; it is on the topic when this returns. */
    public void say(String activationId, Event event) {
        var envelope =
                new Envelope<>(ids.next(), "/test", Instant.now(), activationId, null, null, event);
        try {
            producer.send(EventCodec.encode(envelope)).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a record as it is; it is on the topic when this returns. */
    public void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
