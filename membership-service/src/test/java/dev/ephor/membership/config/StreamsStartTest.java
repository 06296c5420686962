package dev.ephor.membership.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsStartTest {
    private final AtomicBoolean ended = new AtomicBoolean();
    private final StreamsStart start = new StreamsStart(() -> ended.set(true));

    @TempDir Path folder;

    @Test
    void ends_the_process_when_a_store_cannot_be_opened() throws IOException {
        // Given
        Path store = folder.resolve("test/0_0/rocksdb/windows");
        Files.createDirectories(store.getParent());
        Files.writeString(store, "no folder, as a store is");
        try (var streams = streams()) {
            assertThatThrownBy(streams::start).isInstanceOf(RuntimeException.class);

            // When
            start.watch(streams);
        }

        // Then
        assertThat(ended).isTrue();
    }

    @Test
    void leaves_a_process_alone_whose_streams_started() {
        try (var streams = streams()) {
            streams.start();
            start.watch(streams);
        }
        assertThat(ended).isFalse();
    }

    private KafkaStreams streams() {
        var settings = new Properties();
        settings.put("application.id", "test");
        settings.put("bootstrap.servers", "127.0.0.1:1");
        settings.put("state.dir", folder.toString());
        var topology =
                new Topology()
                        .addSource(
                                "events",
                                Serdes.String().deserializer(),
                                Serdes.String().deserializer(),
                                "events")
                        .addProcessor("windows", Idle::new, "events")
                        .addStateStore(
                                Stores.keyValueStoreBuilder(
                                        Stores.persistentKeyValueStore("windows"),
                                        Serdes.String(),
                                        Serdes.String()),
                                "windows");
        return new KafkaStreams(topology, settings);
    }

    private static final class Idle extends ContextualProcessor<String, String, String, String> {
        @Override
        public void process(Record<String, String> event) {
            context().forward(event);
        }
    }
}
