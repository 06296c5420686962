package dev.ephor.connector.scim;

import de.captaingoldfish.scim.sdk.client.exceptions.IORuntimeException;
import de.captaingoldfish.scim.sdk.client.exceptions.UnknownHostRuntimeException;
import de.captaingoldfish.scim.sdk.client.http.HttpResponse;
import de.captaingoldfish.scim.sdk.client.http.ScimHttpClient;
import dev.ephor.connector.Exchange;
import dev.ephor.connector.Exchanges;
import java.time.Duration;
import java.util.Optional;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.jspecify.annotations.Nullable;

/** Sends one request after the other, and tells of each to whoever listens. */
final class Http implements AutoCloseable {

    /**
     * A request.
     *
     * @param body empty for none
     * @param told what may be told of the body, and of nothing else
     */
    record Call(
            String method,
            String url,
            String authorization,
            ContentType type,
            String body,
            String told) {

        private HttpUriRequest request() {
            RequestBuilder request =
                    RequestBuilder.create(method)
                            .setUri(url)
                            .addHeader("Accept", "application/scim+json, application/json");
            if (!authorization.isEmpty()) {
                request.addHeader("Authorization", authorization);
            }
            if (!body.isEmpty()) {
                request.setEntity(new StringEntity(body, type));
            }
            return request.build();
        }
    }

    private final ScimHttpClient client;
    private final Words words;
    private final Secrets secrets;

    Http(ScimTarget target, Words words, Secrets secrets) {
        this.client = KeptOpen.client(target);
        this.words = words;
        this.secrets = secrets;
    }

    /**
     * @param tried what it is for, in words
     * @param told what may be told of an answer's body; empty for all of it
     * @throws Refusal where no answer came
     */
    Reply send(String tried, Call call, Optional<String> told) {
        long began = System.nanoTime();
        try {
            Reply reply = reply(client.sendRequest(call.request()));
            note(call, reply.status(), told.orElse(reply.body()), began);
            return reply;
        } catch (IORuntimeException | UnknownHostRuntimeException e) {
            Refusal refusal = words.noAnswer(tried, call.url(), e);
            note(call, null, refusal.answer().why(), began);
            throw refusal;
        }
    }

    private static Reply reply(HttpResponse response) {
        String body = response.getResponseBody();
        return new Reply(
                response.getHttpStatusCode(),
                response.getResponseHeaders(),
                body == null ? "" : body);
    }

    private void note(Call call, @Nullable Integer status, String received, long began) {
        if (Exchanges.areHeard()) {
            Exchanges.note(
                    new Exchange(
                            call.method(),
                            secrets.cut(call.url()),
                            secrets.cut(call.told()),
                            status,
                            secrets.cut(received),
                            Duration.ofNanos(System.nanoTime() - began)));
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
