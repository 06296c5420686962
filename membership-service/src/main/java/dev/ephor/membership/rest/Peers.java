package dev.ephor.membership.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.membership.application.FindOwners;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The other instances of this service, asked the same as was asked here, in the name of the same
 * caller. An instance that is asked so asks nobody else.
 */
@RequestScoped
class Peers {
    private static final String ASKED_BY_PEER = "Ephor-Asked-By-Peer";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    private final FindOwners owners;
    private final HttpServerRequest request;
    private final ObjectMapper json;
    private final String scheme;

    Peers(
            FindOwners owners,
            HttpServerRequest request,
            ObjectMapper json,
            @ConfigProperty(name = "ephor.membership.peer-scheme", defaultValue = "http")
                    String scheme) {
        this.owners = owners;
        this.request = request;
        this.json = json;
        this.scheme = scheme;
    }

    /** Whether it was a peer that asked. */
    boolean isPeerAsking() {
        return request.getHeader(ASKED_BY_PEER) != null;
    }

    /**
     * What all instances have of a list; the others are asked while this one looks.
     *
     * @param kind of what is in the list, which is the member {@code value} of their answer
     */
    <T> List<T> gather(Supplier<List<T>> here, Class<T> kind) {
        if (isPeerAsking()) {
            return here.get();
        }
        var asked =
                TroubledMemberships.ready(owners::others).stream()
                        .map(peer -> ask(peer, null).thenApply(answer -> list(peer, answer, kind)))
                        .toList();
        return Stream.concat(here.get().stream(), asked.stream().flatMap(a -> of(a).stream()))
                .toList();
    }

    /** What one instance answers to the same call. */
    HttpResponse<byte[]> answerOf(String peer, byte[] body) {
        return of(ask(peer, body));
    }

    private CompletableFuture<HttpResponse<byte[]>> ask(String peer, byte @Nullable [] body) {
        var call =
                HttpRequest.newBuilder(URI.create(scheme + "://" + peer + request.uri()))
                        .timeout(PATIENCE)
                        .method(
                                request.method().name(),
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body))
                        .header(ASKED_BY_PEER, "true");
        pass(call, "Authorization");
        pass(call, "Content-Type");
        pass(call, "traceparent");
        return HTTP.sendAsync(call.build(), BodyHandlers.ofByteArray())
                .exceptionallyCompose(e -> CompletableFuture.failedFuture(isSilent(peer, e)));
    }

    private void pass(HttpRequest.Builder call, String header) {
        String value = request.getHeader(header);
        if (value != null) {
            call.header(header, value);
        }
    }

    private <T> List<T> list(String peer, HttpResponse<byte[]> answer, Class<T> kind) {
        if (answer.statusCode() != 200) {
            throw unavailable(peer, "answers " + answer.statusCode(), null);
        }
        try {
            JsonNode value = json.readTree(answer.body()).path("value");
            return json.readerForListOf(kind).readValue(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiError isSilent(String peer, Throwable why) {
        return unavailable(peer, "does not answer", why);
    }

    private static ApiError unavailable(String peer, String what, @Nullable Throwable why) {
        var error =
                new ApiError(
                        503,
                        "ServiceUnavailable",
                        "The instance at %s %s, and owns memberships that this is about: ask again in a moment. Where it stays away, another one takes over."
                                .formatted(peer, what));
        if (why != null) {
            error.addSuppressed(why);
        }
        return error.header("Retry-After", "2");
    }

    private static <T> T of(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ApiError known ? known : e;
        }
    }
}
