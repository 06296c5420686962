package dev.ephor.connector.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ephor.connector.Answer;
import dev.ephor.connector.scim.AccessTokens.Token;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong nanoTime = new AtomicLong();
    private final AccessTokens tokens = new AccessTokens(this::next, nanoTime::get);
    private Duration life = Duration.ofHours(1);

    private Token next() {
        return new Token("t" + asked.incrementAndGet(), life);
    }

    @Test
    void keeps_a_token() {
        // Given
        tokens.header();
        pass(Duration.ofMinutes(59));

        // When
        var header = tokens.header();

        // Then
        assertThat(header).isEqualTo("Bearer t1");
    }

    @Test
    void asks_for_another_shortly_before_the_end_of_one() {
        // Given
        tokens.header();
        pass(Duration.ofMinutes(59).plusSeconds(31));

        // When
        var header = tokens.header();

        // Then
        assertThat(header).isEqualTo("Bearer t2");
    }

    @Test
    void uses_a_token_that_lives_for_seconds() {
        // Given
        life = Duration.ofSeconds(20);
        tokens.header();
        pass(Duration.ofSeconds(14));

        // When
        var header = tokens.header();

        // Then
        assertThat(header).isEqualTo("Bearer t1");
    }

    @Test
    void asks_for_another_in_the_place_of_a_refused_one() {
        // Given
        String refused = tokens.header();

        // When
        var other = tokens.insteadOf(refused);

        // Then
        assertThat(other).hasValue("Bearer t2");
        assertThat(tokens.header()).isEqualTo("Bearer t2");
    }

    @Test
    void asks_for_none_where_somebody_else_has_renewed_the_refused_one() {
        // Given
        String refused = tokens.header();
        tokens.insteadOf(refused);

        // When
        var other = tokens.insteadOf(refused);

        // Then
        assertThat(other).hasValue("Bearer t2");
    }

    @Test
    void asks_once_however_many_wait() throws Exception {
        // Given
        var mayAnswer = new CountDownLatch(1);
        var slow = new AccessTokens(() -> after(mayAnswer), nanoTime::get);

        // When
        List<Future<String>> headers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                headers.add(threads.submit(slow::header));
            }
            await().atMost(Duration.ofMinutes(2)).until(() -> asked.get() > 0);
            mayAnswer.countDown();
        }

        // Then
        for (Future<String> header : headers) {
            assertThat(header.get()).isEqualTo("Bearer t1");
        }
    }

    @Test
    void fails_for_all_who_wait_and_asks_again_for_the_next() {
        // Given
        var failure = new Refusal(new Answer.Unreachable("nobody there"), 0);
        var failing =
                new AccessTokens(
                        () -> {
                            if (asked.incrementAndGet() == 1) {
                                throw failure;
                            }
                            return new Token("t", life);
                        },
                        nanoTime::get);

        // When
        var first = assertThatThrownBy(failing::header);

        // Then
        first.isSameAs(failure);
        assertThat(failing.header()).isEqualTo("Bearer t");
    }

    private Token after(CountDownLatch latch) {
        try {
            Token token = next();
            latch.await();
            return token;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }
}
