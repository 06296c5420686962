package dev.ephor.audit.ocsf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.audit.Samples;
import dev.ephor.audit.application.SampleLines;
import dev.ephor.events.EventCodec;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OcsfMappingTest {
    private static final OcsfMapping MAPPING = new OcsfMapping();

    /** What the table says of a golden sample with other members; JSON, null to leave one out. */
    private static ObjectNode with(String type, Map<String, String> members) throws Exception {
        ObjectNode line = SampleLines.of(type);
        for (var member : members.entrySet()) {
            JsonNode value = EventCodec.json().readTree(member.getValue());
            var data = (ObjectNode) line.get("data");
            if (value.isNull()) {
                data.remove(member.getKey());
            } else {
                data.set(member.getKey(), value);
            }
        }
        return MAPPING.event(line);
    }

    @ParameterizedTest
    @CsvSource({
        "dev.ephor.provisioning.confirmed.v1,   grant,    300603, 1",
        "dev.ephor.provisioning.confirmed.v1,   withdraw, 300604, 1",
        "dev.ephor.provisioning.retried.v1,     grant,    300603, 2",
        "dev.ephor.provisioning.retried.v1,     withdraw, 300604, 3",
        "dev.ephor.provisioning.stuck.v1,       grant,    300603, 3",
        "dev.ephor.provisioning.stuck.v1,       withdraw, 300604, 4",
        "dev.ephor.membership.change-failed.v1, grant,    300603, 2",
        "dev.ephor.membership.stuck.v1,         withdraw, 300604, 4",
    })
    void a_removal_that_fails_is_graver_than_an_addition(
            String type, String change, long typeUid, int severity) throws Exception {
        // When
        ObjectNode event = with(type, Map.of("change", "\"" + change + "\""));

        // Then
        assertThat(event.get("type_uid").asLong()).isEqualTo(typeUid);
        assertThat(event.get("severity_id").asInt()).isEqualTo(severity);
        assertThat(Ocsf.faults(event)).isEmpty();
    }

    @Test
    void a_rule_that_could_not_be_evaluated_raises_a_refusal() throws Exception {
        // When
        ObjectNode event =
                with(
                        "dev.ephor.activation.refused.v1",
                        Map.of(
                                "violations", "[]",
                                "broken",
                                        "[{\"rule\": \"TicketingRule\", \"reason\": \"no answer\"}]"));

        // Then
        assertThat(event.get("severity").asText()).isEqualTo("High");
        assertThat(event.get("status_code").asText()).isEqualTo("TicketingRule");
        assertThat(event.get("status_detail").asText()).isEqualTo("no answer");
        assertThat(Ocsf.faults(event)).isEmpty();
    }

    @Test
    void what_nobody_decided_was_done_by_ephor() throws Exception {
        // When
        ObjectNode event = with("dev.ephor.activation.approved.v1", Map.of("decisions", "[]"));

        // Then
        assertThat(event.at("/actor/app_uid").asText()).isEqualTo("ephor");
        assertThat(event.has("authorizations")).isFalse();
        assertThat(Ocsf.faults(event)).isEmpty();
    }

    @Test
    void an_actor_who_signed_in_with_mfa_is_told_from_one_who_did_not() throws Exception {
        // When
        ObjectNode with = with("dev.ephor.activation.requested.v1", Map.of());
        ObjectNode without =
                with(
                        "dev.ephor.activation.requested.v1",
                        Map.of("assurance", "{\"amr\": [\"pwd\"]}"));

        // Then
        assertThat(with.at("/actor/session/is_mfa").asBoolean()).isTrue();
        assertThat(without.at("/actor/session/is_mfa")).isEqualTo(BooleanNode.FALSE);
    }

    @Test
    void drift_in_either_direction_is_a_finding_with_one_id_to_its_end() throws Exception {
        // When
        ObjectNode found = with("dev.ephor.drift.detected.v1", Map.of("kind", "\"vanished\""));
        ObjectNode ended = with("dev.ephor.drift.ended.v1", Map.of("endedBy", "null"));

        // Then
        assertThat(found.at("/finding_info/analytic/uid").asText()).isEqualTo("D28");
        assertThat(found.at("/finding_info/uid")).isEqualTo(ended.at("/finding_info/uid"));
        assertThat(ended.get("activity_name").asText()).isEqualTo("Close");
        assertThat(Ocsf.faults(found)).isEmpty();
        assertThat(Ocsf.faults(ended)).isEmpty();
    }

    @Test
    void a_type_that_this_version_does_not_know_is_still_an_event() {
        // Given
        var message = Samples.golden("dev.ephor.activation.active.v1");
        Samples.set(message.headers(), "ce_type", "dev.ephor.activation.dreamt-of.v9");

        // When
        ObjectNode event = MAPPING.event(SampleLines.of(message));

        // Then
        assertThat(event.get("class_uid").asInt()).isZero();
        assertThat(event.at("/metadata/event_code").asText())
                .isEqualTo("dev.ephor.activation.dreamt-of.v9");
        assertThat(Ocsf.faults(event)).isEmpty();
    }

    @Test
    void what_is_no_event_is_said_with_the_reason() {
        // Given
        var message = Samples.golden("dev.ephor.activation.active.v1");
        message.headers().remove("ce_type").remove("ce_id");

        // When
        ObjectNode event = MAPPING.event(SampleLines.of(message));

        // Then
        assertThat(event.get("status").asText()).isEqualTo("Failure");
        assertThat(event.get("status_detail").asText()).contains("ce_type");
        assertThat(event.at("/unmapped/ephor/leaf").asText()).isNotEmpty();
        assertThat(Ocsf.faults(event)).isEmpty();
    }

    @Test
    void a_sequence_that_ocsf_cannot_count_to_is_left_to_unmapped() throws Exception {
        // Given
        ObjectNode line = SampleLines.of("dev.ephor.activation.active.v1");
        line.put("sequence", 1L << 31);

        // When
        ObjectNode event = MAPPING.event(line);

        // Then
        assertThat(event.at("/metadata").has("sequence")).isFalse();
        assertThat(event.at("/unmapped/ephor/sequence").asLong()).isEqualTo(1L << 31);
        assertThat(Ocsf.faults(event)).isEmpty();
    }

    @Test
    void the_validator_finds_a_caption_and_an_observable_that_are_not_true() {
        // Given
        ObjectNode event = MAPPING.event(SampleLines.of("dev.ephor.activation.granted.v1"));
        event.put("severity", "Grave");
        ((ObjectNode) event.at("/observables/0")).put("value", "somebody else");
        event.put("type_uid", 300502);

        // When
        var faults = Ocsf.faults(event);

        // Then
        assertThat(String.join("\n", faults)).contains("Grave", "stands nowhere", "type_uid");
    }

    @Test
    void another_version_is_another_table() throws Exception {
        // Given
        JsonNode table =
                EventCodec.json()
                        .readTree(
                                """
                                {"classes": {"3007": {"name": "User Management", "category": "Identity & Access Management",
                                  "activities": {"16": "Assign Roles"}}},
                                 "captions": {}, "observables": {}, "others": {},
                                 "parts": {"record": {"metadata": {"version": "1.9.0"}}},
                                 "events": {"dev.ephor.activation.granted.v1": {"class_uid": 3007, "activity_id": 16,
                                  "iam_roles": [{"uid": "$about.group", "session": {"expiration_time": {"$millis": "$data.end"}}}]}}}
                                """);

        // When
        ObjectNode event =
                new OcsfMapping(table).event(SampleLines.of("dev.ephor.activation.granted.v1"));

        // Then
        assertThat(event.get("type_uid").asLong()).isEqualTo(300_716);
        assertThat(event.get("type_name").asText()).isEqualTo("User Management: Assign Roles");
        assertThat(event.at("/iam_roles/0/session/expiration_time").isNumber()).isTrue();
        assertThat(event.at("/metadata/version").asText()).isEqualTo("1.9.0");
    }

    @Test
    void a_table_that_names_what_is_not_there_is_refused_with_the_row() throws Exception {
        // Given
        String table =
                """
                {"classes": {}, "captions": {}, "observables": {}, "others": {}, "parts": {"record": {}},
                 "events": {"some.event.v1": {"message": %s}}}
                """;
        JsonNode operator = EventCodec.json().readTree(table.formatted("{\"$shout\": 1}"));
        JsonNode part = EventCodec.json().readTree(table.formatted("{\"$with\": [\"nothing\"]}"));

        // When / Then
        assertThatThrownBy(() -> new OcsfMapping(operator))
                .hasMessageContainingAll("some.event.v1", "$shout");
        assertThatThrownBy(() -> new OcsfMapping(part))
                .hasMessageContainingAll("some.event.v1", "nothing");
    }
}
