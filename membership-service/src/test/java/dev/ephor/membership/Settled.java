package dev.ephor.membership;

import static dev.ephor.kit.test.Patiently.await;

import io.restassured.response.Response;
import java.util.concurrent.Callable;

/**
 * Answers of an instance that knows who owns what: while the group hands its partitions round,
 * every question is put off, and whoever asks comes again.
 */
final class Settled {
    private Settled() {}

    static Response answer(Callable<Response> question) {
        return await().until(question, answer -> !isPutOff(answer));
    }

    private static boolean isPutOff(Response answer) {
        return answer.statusCode() == 503
                && answer.<String>path("detail").startsWith("The windows are being loaded");
    }
}
