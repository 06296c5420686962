package dev.ephor.quickstart.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.quickstart.http.Http;
import dev.ephor.quickstart.http.LoopbackServer;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import dev.ephor.quickstart.process.FreePorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayTest {
    private static final String GROUP = "/v1.0/identityGovernance/privilegedAccess/group";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final AtomicReference<Request> heard = new AtomicReference<>();
    private final LoopbackServer approvals =
            LoopbackServer.start(0, request -> answer("approvals", request));
    private final LoopbackServer requests =
            LoopbackServer.start(0, request -> answer("requests", request));
    private final Gateway gateway =
            Gateway.start(
                    0,
                    List.of(new Route(GROUP + "/assignmentApprovals", approvals.url())),
                    requests.url());
    private final Http client = new Http(gateway.url(), "token-of-a");

    private Reply answer(String service, Request request) {
        heard.set(request);
        return Reply.text(
                        request.method().equals("PATCH") ? 204 : 401,
                        "text/plain",
                        request.method().equals("PATCH") ? "" : service)
                .with("WWW-Authenticate", "Bearer error=\"insufficient_user_authentication\"");
    }

    @AfterEach
    void stop() {
        gateway.close();
        approvals.close();
        requests.close();
    }

    @Test
    void finds_the_service_by_the_path() {
        assertThat(client.get(GROUP + "/assignmentApprovals/1").body()).isEqualTo("approvals");
        assertThat(client.get(GROUP + "/assignmentApprovals?$top=2").body()).isEqualTo("approvals");
        assertThat(client.get(GROUP + "/assignmentApprovalsX").body()).isEqualTo("requests");
        assertThat(client.get("/ephor/v1/activations").body()).isEqualTo("requests");
    }

    @Test
    void keeps_path_and_query_as_they_came() {
        // Given
        String path = GROUP + "/assignmentApprovals/filterByCurrentUser(on='approver')";
        String query = "?%24filter=status%20eq%20%27InProgress%27&$top=2";
        // When
        client.get(path + query);
        // Then
        assertThat(heard.get().target()).isEqualTo(path + query);
    }

    @Test
    void passes_status_headers_and_body_on_in_both_directions() {
        // When
        HttpResponse<String> answer = client.send("POST", "/v1.0/x", "{\"a\":1}");
        // Then
        assertThat(heard.get().text()).isEqualTo("{\"a\":1}");
        assertThat(heard.get().bearerToken()).isEqualTo("token-of-a");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer error=\"insufficient_user_authentication\"");
    }

    @Test
    void passes_on_an_answer_without_a_body() {
        HttpResponse<String> answer = client.send("PATCH", GROUP + "/assignmentApprovals/1", "{}");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void says_for_whom_it_asks_and_believes_no_client_about_that() throws Exception {
        // When
        CLIENT.send(
                HttpRequest.newBuilder(URI.create(gateway.url() + "/ephor/v1/x"))
                        .header("X-Forwarded-For", "10.1.2.3")
                        .header("X-Forwarded-Prefix", "/evil")
                        .header("Forwarded", "for=10.1.2.3")
                        .build(),
                BodyHandlers.discarding());
        // Then
        assertThat(heard.get().header("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(heard.get().header("X-Forwarded-Host"))
                .isEqualTo(gateway.url().replace("http://", ""));
        assertThat(heard.get().header("X-Forwarded-Prefix")).isNull();
        assertThat(heard.get().header("Forwarded")).isNull();
    }

    @Test
    void does_not_wait_for_the_end_of_an_answer() throws Exception {
        // Given
        var goOn = new CountDownLatch(1);
        LoopbackServer slow =
                LoopbackServer.serving(
                        0,
                        exchange -> {
                            exchange.sendResponseHeaders(200, 0);
                            try (OutputStream body = exchange.getResponseBody()) {
                                body.write("first\n".getBytes(StandardCharsets.UTF_8));
                                body.flush();
                                goOn.await();
                                body.write("last\n".getBytes(StandardCharsets.UTF_8));
                            } catch (InterruptedException e) {
                                throw new IOException(e);
                            }
                        });
        try (slow;
                Gateway toSlow = Gateway.start(0, List.of(), slow.url())) {
            // When
            var answer =
                    CLIENT.send(
                            HttpRequest.newBuilder(URI.create(toSlow.url() + "/x")).build(),
                            BodyHandlers.ofInputStream());
            var lines = new BufferedReader(new InputStreamReader(answer.body()));
            String first = CompletableFuture.supplyAsync(() -> line(lines)).get();
            goOn.countDown();
            // Then
            assertThat(first).isEqualTo("first");
            assertThat(line(lines)).isEqualTo("last");
        }
    }

    @Test
    void says_in_graphs_own_shape_that_a_service_is_away() {
        // Given
        approvals.close();
        // When
        HttpResponse<String> answer = client.get(GROUP + "/assignmentApprovals/1");
        // Then
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(Http.json(answer).at("/error/code").asText()).isEqualTo("BadGateway");
        assertThat(Http.json(answer).at("/error/innerError/request-id").asText()).isNotEmpty();
    }

    @Test
    void says_by_a_problem_that_a_service_of_the_native_api_is_away() {
        // Given
        int nobody = FreePorts.allocate(1).getFirst();
        try (Gateway alone = Gateway.start(0, List.of(), "http://127.0.0.1:" + nobody)) {
            // When
            HttpResponse<String> answer = new Http(alone.url(), "any").get("/ephor/v1/stuck");
            // Then
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
        }
    }

    private static String line(BufferedReader lines) {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
