package dev.ephor.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ExchangesTest {

    @Test
    void hears_the_exchanges_of_a_call_in_their_order() {
        // Given
        var first = exchange("first");
        var second = exchange("second");

        // When
        var heard =
                Exchanges.during(
                        () -> {
                            Exchanges.note(first);
                            Exchanges.note(second);
                            return "done";
                        });

        // Then
        assertThat(heard.result()).isEqualTo("done");
        assertThat(heard.exchanges()).containsExactly(first, second);
    }

    @Test
    void takes_no_note_where_nobody_listens() {
        // Given
        boolean before = Exchanges.areHeard();

        // When
        Exchanges.note(exchange("unheard"));
        var heard = Exchanges.during(Exchanges::areHeard);

        // Then
        assertThat(before).isFalse();
        assertThat(heard.result()).isTrue();
        assertThat(heard.exchanges()).isEmpty();
    }

    @Test
    void hears_a_thread_that_the_call_was_handed_on_to() throws Exception {
        // Given
        Callable<String> task =
                () -> {
                    Exchanges.note(exchange("elsewhere"));
                    return "done";
                };

        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var heard = Exchanges.during(() -> threads.submit(Exchanges.handedOn(task)).get());

            // Then
            assertThat(heard.exchanges()).extracting(Exchange::sent).containsExactly("elsewhere");
        }
    }

    @Test
    void runs_a_task_that_is_handed_on_while_nobody_listens() throws Exception {
        // Given
        Callable<String> task = () -> "done";

        // When
        String result = Exchanges.handedOn(task).call();

        // Then
        assertThat(result).isEqualTo("done");
    }

    @Test
    void keeps_the_first_and_the_last_ones_of_very_many_and_says_what_is_left_out() {
        // Given
        int many = Exchanges.KEPT + 5;

        // When
        var heard =
                Exchanges.during(
                        () -> {
                            for (int i = 0; i < many; i++) {
                                Exchanges.note(exchange("n" + i));
                            }
                            return many;
                        });

        // Then
        assertThat(heard.exchanges()).hasSize(Exchanges.KEPT);
        assertThat(heard.exchanges().getFirst().sent()).isEqualTo("n0");
        assertThat(heard.exchanges().getLast().sent()).isEqualTo("n" + (many - 1));
        assertThat(heard.exchanges())
                .filteredOn(Exchange::isLeftOut)
                .singleElement()
                .satisfies(left -> assertThat(left.received()).startsWith("6 exchanges"))
                .satisfies(left -> assertThat(left.took()).isEqualTo(Duration.ofMillis(18)));
    }

    @Test
    void leaves_nothing_out_of_as_many_as_are_kept() {
        // When
        var heard =
                Exchanges.during(
                        () -> {
                            for (int i = 0; i < Exchanges.KEPT - 1; i++) {
                                Exchanges.note(exchange("n" + i));
                            }
                            return "done";
                        });

        // Then
        assertThat(heard.exchanges()).hasSize(Exchanges.KEPT - 1).noneMatch(Exchange::isLeftOut);
    }

    @Test
    void cuts_the_secrets_that_it_is_told_out_of_every_text() {
        // Given
        var leaking =
                new Exchange(
                        "GET open+sesame/7",
                        "https://app/?k=open%2Bsesame%2F7",
                        "open+sesame/7",
                        200,
                        "you said open+sesame/7",
                        Duration.ZERO);

        // When
        var heard =
                Exchanges.during(
                        List.of("open+sesame/7", ""),
                        () -> {
                            Exchanges.note(leaking);
                            return "done";
                        });

        // Then
        assertThat(heard.exchanges().toString()).doesNotContain("sesame").contains("you said ***");
    }

    @Test
    void lets_a_failure_of_the_call_through() {
        // Given
        var failure = new IOException("broken");

        // When
        var calling =
                assertThatThrownBy(
                        () ->
                                Exchanges.during(
                                        () -> {
                                            throw failure;
                                        }));

        // Then
        calling.isSameAs(failure);
    }

    private static Exchange exchange(String sent) {
        return new Exchange("PATCH", "https://app/Groups/7", sent, 204, "", Duration.ofMillis(3));
    }
}
