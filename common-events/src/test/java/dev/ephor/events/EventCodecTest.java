package dev.ephor.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.events.RequestEvent.ActivationRequested;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
    private static final String REQUESTED = "dev.ephor.activation.requested.v1";

    private final Sample sample = Sample.of(REQUESTED);
    private final Headers headers = sample.kafkaHeaders();

    @ParameterizedTest
    @MethodSource("dev.ephor.events.SamplesTest#types")
    void what_is_written_is_read_back_equal(String type) throws UnreadableEvent {
        // Given
        var event = Sample.of(type).decoded();

        // When
        var record = EventCodec.encode(event);

        // Then
        assertThat(EventCodec.decode(record.headers(), record.value())).hasValue(event);
    }

    @Test
    void an_event_from_the_edge_has_no_cause_and_may_have_no_trace() throws UnreadableEvent {
        // Given
        var data = sample.decoded().data();
        var now = Instant.parse("2026-03-04T09:12:44.509371Z");
        var event = new Envelope<Event>("id-1", "/ephor/x", now, "corr-1", null, null, data);

        // When
        var record = EventCodec.encode(event);

        // Then
        assertThat(record.headers().lastHeader("ce_causationid")).isNull();
        assertThat(record.headers().lastHeader("ce_traceparent")).isNull();
        assertThat(EventCodec.decode(record.headers(), record.value())).hasValue(event);
    }

    @Test
    void a_type_of_a_newer_writer_is_skipped() throws UnreadableEvent {
        // Given
        headers.remove("ce_type").add("ce_type", utf8("dev.ephor.activation.requested.v2"));

        // Then
        assertThat(EventCodec.decode(headers, utf8("\u0000not json"))).isEmpty();
        assertThat(EventCodec.decode(headers, null)).isEmpty();
    }

    @Test
    void members_of_a_newer_writer_are_ignored() throws UnreadableEvent {
        // Given
        sample.data().put("mood", "calm").putObject("more").put("deep", 1);

        // Then
        assertThat(EventCodec.decode(headers, sample.value()))
                .hasValue(Sample.of(REQUESTED).decoded());
    }

    @Test
    void the_last_header_of_a_name_counts() throws UnreadableEvent {
        // Given
        headers.add("ce_id", utf8("later"));

        // Then
        assertThat(EventCodec.decode(headers, sample.value()).orElseThrow().id())
                .isEqualTo("later");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_type", "ce_id", "ce_source", "ce_time", "ce_correlationid"})
    void an_attribute_that_is_missing_is_named(String header) {
        // Given
        headers.remove(header);

        // Then
        assertUnreadable(sample.value(), header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_source", "ce_time", "ce_correlationid"})
    void an_attribute_that_is_empty_is_named(String header) {
        // Given
        headers.remove(header).add(header, new byte[0]);

        // Then
        assertUnreadable(sample.value(), header);
    }

    @Test
    void a_time_that_is_none_is_refused() {
        // Given
        headers.remove("ce_time").add("ce_time", utf8("yesterday"));

        // Then
        assertUnreadable(sample.value(), "yesterday");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_id",
                "ce_source",
                "ce_correlationid",
                "ce_causationid",
                "ce_traceparent"
            })
    void an_attribute_that_no_database_can_hold_is_named(String header) {
        // Given
        headers.remove(header).add(header, utf8("a\u0000b"));

        // Then
        assertUnreadable(sample.value(), header);
    }

    @Test
    void what_no_database_can_hold_is_not_written() throws IOException {
        assertThat(
                        EventCodec.json()
                                .writeValueAsString("half \uD83D, none \u0000, whole \uD83D\uDE00"))
                .isEqualTo("\"half \uFFFD, none \uFFFD, whole \uD83D\uDE00\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\ud83d", "a\\ud83db", "\\ude00b"})
    void what_no_database_can_hold_is_not_read(String escaped) {
        // Given
        sample.data().put("justification", "here");
        byte[] value = utf8(sample.data().toString().replace("here", escaped));

        // Then
        assertUnreadable(value, "the character 0, or half of a surrogate pair");
    }

    @Test
    void an_event_without_data_is_refused() {
        assertUnreadable(null, "has no data");
        assertUnreadable(utf8("null"), "has the data null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}",
                "[]",
                "true",
                "17",
                "\"text\"",
                "{\"key\":{}}",
                "\u0000"
            })
    void garbage_is_refused(String garbage) {
        assertUnreadable(utf8(garbage), "cannot be read");
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        assertUnreadable(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, (byte) 0x80}, REQUESTED);
    }

    @Test
    void more_than_one_document_is_refused() {
        assertUnreadable(utf8(sample.data() + "{}"), "Trailing token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    /key            | {}                                    | 'tenant'
                    /key            | null                                  | key
                    /key            | ["t/g/p/member"]                      | MembershipKey
                    /key/access     | "guest"                               | neither member nor owner
                    /key/access     | null                                  | access
                    /key/principal  | "dana/owner"                          | principal 'dana/owner' is not an id
                    /requestedAt    | "soon"                                | soon
                    /requestedAt    | ""                                    | Instant
                    /duration       | "2 hours"                             | 2 hours
                    /assurance      | {"acr":"x","contexts":[]}             | 'amr'
                    /assurance      | {"amr":null,"contexts":[]}            | amr
                    /assurance      | {"amr":[null],"contexts":[]}          | amr
                    /assurance/amr  | "mfa"                                 | ArrayList
                    /policy         | {}                                    | 'maximumDuration'
                    /policy/stages  | [{}]                                  | 'panels'
                    /policy/hours   | {"days":[]}                           | 'zone'
                    /policy/stages  | [null]                                | stages
                    /policy/stages  | [{"panels":[],"backups":[],"reasonRequired":true}] | 'lapsesAfter'
                    /policy/stages  | [{"panels":[],"backups":[],"lapsesAfter":"PT1H"}]  | 'reasonRequired'
                    /policy/clock   | "NOON"                                | NOON
                    /action         | "selfDestroy"                         | selfDestroy
                    /policy/justificationMinimum | 1.5                      | 1.5
                    /policy/justificationMinimum | "1"                      | String
                    /policy/justificationMinimum | 99999999999              | 99999999999
                    /policy/incompatible | [{"exceptionBy":[]}]             | 'group'
                    /assurance/amr  | ["mfa\\u0000"]                       | the character 0
                    /requestedAt    | "+1000000000-12-31T23:59:59Z"         | too far away
                    /duration       | "PT2562047788015215H"                 | too far away
                    """)
    void a_member_that_is_wrong_is_named(String where, String json, String named)
            throws IOException {
        // Given
        int at = where.lastIndexOf('/');
        var parent = sample.data().withObject(at == 0 ? "" : where.substring(0, at));
        parent.set(where.substring(at + 1), EventCodec.json().readTree(json));

        // Then
        assertUnreadable(sample.value(), named);
    }

    @Test
    void an_event_is_seen_as_its_own_kind_only() {
        // Given
        var event = sample.decoded();

        // Then
        assertThat(event.as(ActivationRequested.class).data()).isSameAs(event.data());
        assertThatThrownBy(() -> event.as(ApprovalEvent.class))
                .isInstanceOf(ClassCastException.class);
    }

    private void assertUnreadable(byte[] value, String reason) {
        assertThatThrownBy(() -> EventCodec.decode(headers, value))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining(reason)
                .message()
                .doesNotContain("\n");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
