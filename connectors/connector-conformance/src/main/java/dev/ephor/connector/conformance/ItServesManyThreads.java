package dev.ephor.connector.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One connector is called from many threads at once, for one group and for several. */
interface ItServesManyThreads extends OnStage {

    int THREADS = 16;

    @Test
    default void serves_many_threads_of_one_group() throws Exception {
        // Given
        var many = scene().memberships(THREADS);

        // When
        var answers = atOnce(many);

        // Then
        assertThat(answers).hasOnlyElementsOfType(Answer.Applied.class);
        assertThat(scene().holders(many.getFirst().group()))
                .containsExactlyInAnyOrderElementsOf(Scene.ids(many));
    }

    @Test
    default void serves_many_threads_of_several_groups() throws Exception {
        // Given
        var each = new ArrayList<Membership>();
        for (int i = 0; i < THREADS; i++) {
            each.add(scene().membership());
        }

        // When
        var answers = atOnce(each);

        // Then
        assertThat(answers).hasOnlyElementsOfType(Answer.Applied.class);
        assertThat(each)
                .allSatisfy(
                        m ->
                                assertThat(scene().holders(m.group()))
                                        .containsExactly(m.principal().id()));
    }

    private List<Answer> atOnce(List<Membership> memberships) throws Exception {
        var start = new CyclicBarrier(memberships.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> calls =
                    memberships.stream()
                            .<Callable<Answer>>map(
                                    m ->
                                            () -> {
                                                start.await();
                                                return grantUntilSettled(m);
                                            })
                            .toList();
            var answers = new ArrayList<Answer>();
            for (Future<Answer> call : threads.invokeAll(calls)) {
                answers.add(call.get());
            }
            return answers;
        }
    }

    /** A directory may answer two writers of one group with a conflict: asking again is right. */
    private Answer grantUntilSettled(Membership membership) {
        Answer answer = scene().grant(membership);
        for (int again = 0; again < 100 && answer instanceof Answer.Transient; again++) {
            answer = scene().grant(membership);
        }
        return answer;
    }
}
