package dev.ephor.approval.rest;

import static dev.ephor.approval.Asking.ARNO;
import static dev.ephor.approval.Asking.BEA;
import static dev.ephor.kit.test.Patiently.await;
import static dev.ephor.kit.test.TestIssuer.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.approval.Asking;
import dev.ephor.approval.Surroundings;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.kit.test.Platform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens at the same moment has one winner, whom everybody agrees on. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class RacesTest {
    private static final int RACES = 15;

    @Inject Surroundings surroundings;

    private final ExecutorService callers = Executors.newFixedThreadPool(8);
    private List<Asking> askings;
    private List<String> stages;

    @BeforeEach
    void open() {
        askings = Stream.generate(Asking::approvers).limit(RACES).toList();
        askings.forEach(asking -> surroundings.say(asking.requested()));
        stages = askings.stream().map(surroundings::stageOf).toList();
    }

    @AfterEach
    void stop() {
        callers.close();
    }

    @Test
    void of_two_approvers_one_decides() throws InterruptedException {
        // When
        List<Integer> statuses =
                together(
                        IntStream.range(0, 4 * RACES)
                                .mapToObj(i -> approve(i % 2 == 0 ? ARNO : BEA, i / 4)));

        // Then
        assertThat(statuses).containsOnly(204, 409);
        assertThat(statuses).filteredOn(status -> status == 204).hasSize(RACES);
        askings.forEach(asking -> assertThat(surroundings.await(asking, 2)).hasSize(2));
    }

    @Test
    void of_approver_and_requester_one_is_first() throws InterruptedException {
        // When
        List<Integer> statuses =
                together(IntStream.range(0, RACES).mapToObj(this::approveWhileTakenBack));

        // Then
        for (int i = 0; i < RACES; i++) {
            boolean approved = statuses.get(i) == 204;
            var asking = askings.get(i);
            if (approved) {
                surroundings.await(asking, 2);
            }
            await().until(() -> !"InProgress".equals(statusOf(asking)));
            assertThat(surroundings.about(asking))
                    .filteredOn(event -> event.data() instanceof ActivationApproved)
                    .hasSize(approved ? 1 : 0);
        }
    }

    private Callable<Integer> approve(String who, int race) {
        return () ->
                Api.approve(token(who), askings.get(race), stages.get(race)).extract().statusCode();
    }

    private Callable<Integer> approveWhileTakenBack(int race) {
        return () -> {
            surroundings.say(askings.get(race).takenBack());
            return approve(ARNO, race).call();
        };
    }

    private List<Integer> together(Stream<Callable<Integer>> calls) throws InterruptedException {
        return callers.invokeAll(calls.toList()).stream().map(Future::resultNow).toList();
    }

    private String statusOf(Asking asking) {
        String stage = stages.get(askings.indexOf(asking));
        return Api.get(token(ARNO), Api.stage(asking, stage)).extract().path("status");
    }
}
