package dev.ephor.quickstart.issuer;

import dev.ephor.quickstart.http.LoopbackServer;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import kotlin.jvm.functions.Function1;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.OAuth2HttpServer;
import no.nav.security.mock.oauth2.http.Ssl;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Puts the issuer library on the HTTP layer that the emulators share; its own are MockWebServer and
 * Netty.
 */
final class IssuerHttp implements OAuth2HttpServer {
    private @Nullable LoopbackServer server;

    @Override
    public OAuth2HttpServer start(
            Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> library) {
        return start(0, library);
    }

    @Override
    public OAuth2HttpServer start(
            int port, Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> library) {
        return start(InetAddress.getLoopbackAddress(), port, library);
    }

    @Override
    public OAuth2HttpServer start(
            InetAddress address,
            int port,
            Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> library) {
        server = LoopbackServer.start(port, request -> reply(library.invoke(toLibrary(request))));
        return this;
    }

    private OAuth2HttpRequest toLibrary(Request request) {
        HttpUrl url =
                HttpUrl.get(
                        "http://"
                                + request.headers().getOrDefault("host", "127.0.0.1")
                                + request.target());
        return new OAuth2HttpRequest(
                Headers.of(request.headers()), request.method(), url, request.text());
    }

    private static Reply reply(OAuth2HttpResponse response) {
        Map<String, String> headers = new HashMap<>();
        response.getHeaders().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
        byte[] bytes = response.getBytesBody();
        String text = response.getBody();
        byte[] body = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        return new Reply(response.getStatus(), headers, bytes == null ? body : bytes);
    }

    @Override
    public OAuth2HttpServer stop() {
        running().close();
        return this;
    }

    @Override
    public void close() {
        stop();
    }

    @Override
    public int port() {
        return running().port();
    }

    @Override
    public HttpUrl url(String path) {
        return HttpUrl.get(running().url() + (path.startsWith("/") ? path : "/" + path));
    }

    @Override
    public @Nullable Ssl sslConfig() {
        return null;
    }

    private LoopbackServer running() {
        if (server == null) {
            throw new IllegalStateException("The issuer is not started");
        }
        return server;
    }
}
