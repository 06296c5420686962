package dev.ephor.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private final ObjectNode document = new AsyncApi().document();

    @Test
    void the_committed_document_is_what_topics_and_records_say() {
        new CommittedFile(Path.of("../docs/asyncapi.yaml")).mustHold(AsyncApi.text());
    }

    @Test
    void every_topic_is_a_channel() {
        assertThat(document.get("channels").findValuesAsText("address"))
                .containsExactlyElementsOf(
                        Topics.all(Topics.PARTITIONS).stream().map(Topic::name).toList());
    }

    @Test
    void every_event_is_a_message_of_exactly_one_channel() {
        // When
        var named = document.at("/components/messages").findValuesAsText("name");
        var referred = document.get("channels").findValuesAsText("$ref");

        // Then
        assertThat(named).containsAll(EventTypes.all().keySet());
        assertThat(referred).doesNotHaveDuplicates().hasSameSizeAs(named);
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(
                        ref ->
                                assertThat(document.at(ref.substring(1)).isMissingNode())
                                        .as(ref)
                                        .isFalse());
    }

    @Test
    void ephor_hears_signals_and_says_the_rest() {
        assertThat(document.at("/operations").properties())
                .allSatisfy(
                        operation ->
                                assertThat(operation.getValue().get("action").asText())
                                        .isEqualTo(
                                                operation.getKey().equals("hear-signals")
                                                        ? "receive"
                                                        : "send"));
    }
}
