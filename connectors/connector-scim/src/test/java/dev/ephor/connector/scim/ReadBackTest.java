package dev.ephor.connector.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.scim.OddApplication.Reply;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is believed of applications that answer one way of asking wrongly. */
class ReadBackTest {

    private static final Reply GROUP_OF_DANA =
            Reply.json("{\"id\":\"g\",\"members\":[{\"value\":\"dana\"}]}");

    @Test
    void believes_the_list_where_the_filter_finds_nobody() {
        // Given
        Function<String, Reply> keycloak =
                asked -> asked.contains("filter=") ? Reply.listing() : GROUP_OF_DANA;

        try (var app = new OddApplication(keycloak);
                var calls = new ScimCalls(app.target())) {
            var readBack = new ReadBack(calls, app.target().profile());

            // When
            var members = readBack.members("g", List.of("dana", "arno"));

            // Then
            assertThat(members).containsExactly("dana");
            assertThat(readBack.members("g", List.of("dana"))).containsExactly("dana");
            assertThat(app.requests).last().asString().doesNotContain("filter=");
        }
    }

    @Test
    void believes_the_filter_where_no_members_are_listed() {
        // Given
        Function<String, Reply> aws =
                asked ->
                        asked.contains("members eq \"dana\"")
                                ? Reply.listing("{\"id\":\"g\"}")
                                : asked.contains("members.value")
                                        ? Reply.status(400)
                                        : asked.contains("filter=")
                                                ? Reply.listing()
                                                : Reply.json("{\"id\":\"g\",\"members\":[]}");

        try (var app = new OddApplication(aws);
                var calls = new ScimCalls(app.target())) {
            var readBack = new ReadBack(calls, app.target().profile());

            // When
            var few = readBack.members("g", List.of("dana", "arno"));

            // Then
            assertThat(few).containsExactly("dana");
            assertThat(readBack.members("g", manyWith("dana"))).containsExactly("dana");
        }
    }

    @Test
    void believes_the_list_where_filters_are_ignored() {
        // Given
        Function<String, Reply> sloppy =
                asked ->
                        asked.contains("filter=")
                                ? Reply.listing("{\"id\":\"g\"}", "{\"id\":\"h\"}")
                                : GROUP_OF_DANA;

        try (var app = new OddApplication(sloppy);
                var calls = new ScimCalls(app.target())) {

            // When
            var members =
                    new ReadBack(calls, app.target().profile())
                            .members("g", List.of("dana", "arno"));

            // Then
            assertThat(members).containsExactly("dana");
        }
    }

    @Test
    void asks_for_each_of_a_few_in_a_large_group() {
        // Given
        String thousand =
                String.join(
                        ",",
                        IntStream.range(0, 1000)
                                .mapToObj("{\"value\":\"u%d\"}"::formatted)
                                .toList());
        Function<String, Reply> large =
                asked ->
                        asked.contains("filter=")
                                ? Reply.listing("{\"id\":\"g\"}")
                                : Reply.json("{\"id\":\"g\",\"members\":[%s]}".formatted(thousand));

        try (var app = new OddApplication(large);
                var calls = new ScimCalls(app.target())) {
            var readBack = new ReadBack(calls, app.target().profile());
            readBack.members("g", manyWith("u1"));
            app.requests.clear();

            // When
            var members = readBack.members("g", manyWith("u1").subList(0, 15));

            // Then
            assertThat(members).hasSize(15);
            assertThat(app.requests).hasSize(15).allMatch(r -> r.contains("filter="));
        }
    }

    @Test
    void asks_nobody_about_nobody() {
        // Given
        try (var app = new OddApplication(_ -> Reply.status(500));
                var calls = new ScimCalls(app.target())) {

            // When
            var members = new ReadBack(calls, app.target().profile()).members("g", List.of());

            // Then
            assertThat(members).isEqualTo(Set.of());
        }
    }

    private static List<String> manyWith(String user) {
        return IntStream.range(0, 50).mapToObj(i -> i == 0 ? user : "other" + i).toList();
    }
}
