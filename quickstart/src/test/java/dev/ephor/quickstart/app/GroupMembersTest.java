package dev.ephor.quickstart.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.quickstart.app.AppEffect.Change;
import dev.ephor.quickstart.http.Http;
import dev.ephor.quickstart.http.Journal;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members of a group by PATCH, in the dialects that are seen in the wild. */
class GroupMembersTest {
    private final App1 app1 = new App1();
    private final String dana = app1.user("dana@example.com");
    private final String arno = app1.user("arno@example.com");
    private final String path = "/Groups/" + app1.group("Admins");

    @AfterEach
    void close() {
        app1.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}",
                "{\"op\":\"Add\",\"path\":\"members\",\"value\":[{\"$ref\":null,\"value\":\"%s\"}]}",
                "{\"op\":\"add\",\"value\":{\"members\":[{\"value\":\"%s\"}]}}",
                "{\"op\":\"add\",\"path\":\"members\",\"value\":{\"value\":\"%s\"}}",
                "{\"op\":\"add\",\"path\":\"members\",\"value\":{\"members\":[{\"value\":\"%s\"}]}}",
            })
    void adds_a_member_in_every_dialect(String operation) {
        // When
        HttpResponse<String> first = app1.patch(path, operation.formatted(dana));
        HttpResponse<String> again = app1.patch(path, operation.formatted(dana));

        // Then
        assertThat(first.statusCode()).as(first.body()).isEqualTo(204);
        assertThat(again.statusCode()).isEqualTo(204);
        assertThat(app1.memberNames("Admins")).containsExactly("dana@example.com");
        assertThat(memberEffects()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}",
                "{\"op\":\"Remove\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}",
                "{\"op\":\"Remove\",\"path\":\"members\",\"value\":[{\"$ref\":null,\"value\":\"%s\"}]}",
            })
    void removes_a_member_and_leaves_the_others_in_every_dialect(String operation) {
        // Given
        addBoth();

        // When
        HttpResponse<String> first = app1.patch(path, operation.formatted(dana));
        HttpResponse<String> again = app1.patch(path, operation.formatted(dana));

        // Then
        assertThat(first.statusCode()).as(first.body()).isEqualTo(204);
        assertThat(again.statusCode()).isEqualTo(204);
        assertThat(app1.memberNames("Admins")).containsExactly("arno@example.com");
        assertThat(memberEffects()).isEqualTo(3);
    }

    @Test
    void removes_several_members_named_by_one_filter() {
        // Given
        addBoth();

        // When
        app1.patch(
                path,
                "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\" or value eq \\\"%s\\\"]\"}"
                        .formatted(dana, arno));

        // Then
        assertThat(app1.memberNames("Admins")).isEmpty();
    }

    @Test
    void removes_all_members_where_none_is_named() {
        // Given
        addBoth();

        // When
        HttpResponse<String> answer = app1.patch(path, "{\"op\":\"remove\",\"path\":\"members\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(app1.memberNames("Admins")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\":\"replace\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}",
                "{\"op\":\"replace\",\"value\":{\"members\":[{\"value\":\"%s\"}]}}",
            })
    void replaces_all_members(String operation) {
        // Given
        app1.patch(path, addition(dana));

        // When
        HttpResponse<String> answer = app1.patch(path, operation.formatted(arno));

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(app1.memberNames("Admins")).containsExactly("arno@example.com");
    }

    @Test
    void does_all_operations_of_a_patch_or_none() {
        // When
        HttpResponse<String> answer = app1.patch(path, addition(dana) + "," + addition("nobody"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Http.json(answer).path("scimType").asText()).isEqualTo("invalidValue");
        assertThat(app1.memberNames("Admins")).isEmpty();
        assertThat(memberEffects()).isZero();
    }

    @Test
    void asks_for_a_path_where_something_is_to_be_removed() {
        // When
        HttpResponse<String> answer = app1.patch(path, "{\"op\":\"remove\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Http.json(answer).path("scimType").asText()).isEqualTo("noTarget");
    }

    @Test
    void tells_of_one_member_without_listing_all() {
        // Given
        addBoth();
        String id = path.substring("/Groups/".length());

        // When
        String found =
                "/Groups?excludedAttributes=members&filter=id%20eq%20%22"
                        + id
                        + "%22%20and%20members.value%20eq%20%22";
        HttpResponse<String> held = app1.http.get(found + dana + "%22");
        HttpResponse<String> notHeld = app1.http.get(found + "nobody%22");

        // Then
        assertThat(Http.json(held).path("totalResults").asInt()).isEqualTo(1);
        assertThat(held.body()).doesNotContain("\"members\"");
        assertThat(Http.json(notHeld).path("totalResults").asInt()).isZero();
    }

    @Test
    void lists_members_unless_they_are_excluded() {
        // Given
        addBoth();

        // Then
        assertThat(Http.json(app1.http.get(path)).path("members")).hasSize(2);
        assertThat(Http.json(app1.http.get(path + "?excludedAttributes=members")).has("members"))
                .isFalse();
    }

    @Test
    void renames_a_group_and_keeps_names_unique() {
        // Given
        app1.group("Auditors");

        // When
        HttpResponse<String> renamed =
                app1.patch(
                        path, "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"Owners\"}");
        HttpResponse<String> taken =
                app1.patch(path, "{\"op\":\"replace\",\"value\":{\"displayName\":\"auditors\"}}");

        // Then
        assertThat(renamed.statusCode()).isEqualTo(204);
        assertThat(app1.app.hasGroup("Owners")).isTrue();
        assertThat(taken.statusCode()).isEqualTo(409);
    }

    @Test
    void ends_the_memberships_of_a_deleted_user() {
        // Given
        addBoth();

        // When
        app1.send("DELETE", "/Users/" + dana, "");

        // Then
        assertThat(app1.memberNames("Admins")).containsExactly("arno@example.com");
        assertThat(app1.http.get("/Users/" + dana).statusCode()).isEqualTo(404);
        assertThat(app1.app.journal().entries())
                .extracting(Journal.Entry::effect)
                .endsWith(
                        new AppEffect(
                                Change.MEMBER_REMOVED,
                                "Admins",
                                "dana@example.com",
                                "ext-dana@example.com"),
                        new AppEffect(
                                Change.USER_DELETED,
                                "",
                                "dana@example.com",
                                "ext-dana@example.com"));
    }

    private void addBoth() {
        app1.patch(path, addition(dana) + "," + addition(arno));
    }

    private static String addition(String id) {
        return "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + id + "\"}]}";
    }

    private long memberEffects() {
        return app1.app.journal().entries().stream()
                .filter(entry -> entry.effect().change().name().startsWith("MEMBER"))
                .count();
    }
}
