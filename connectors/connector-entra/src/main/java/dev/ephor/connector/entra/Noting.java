package dev.ephor.connector.entra;

import com.microsoft.kiota.RequestInformation;
import dev.ephor.connector.Exchange;
import dev.ephor.connector.Exchanges;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Takes note of one request to Graph and what came of it, where somebody listens. Headers, and with
 * them the token, are no part of it.
 */
final class Noting {
    private final String operation;
    private final String address;
    private final String sent;
    private final long began = System.nanoTime();

    private Noting(String operation, String address, String sent) {
        this.operation = operation;
        this.address = address;
        this.sent = sent;
    }

    /** Before it is sent: its content can be read once. */
    static Noting of(RequestInformation request) {
        return Exchanges.areHeard()
                ? new Noting(String.valueOf(request.httpMethod), address(request), content(request))
                : new Noting("", "", "");
    }

    void answered(int status, String text) {
        note(status, text);
    }

    /**
     * @param why in one line
     */
    void unanswered(String why) {
        note(null, why);
    }

    private void note(@Nullable Integer status, String received) {
        if (Exchanges.areHeard()) {
            var took = Duration.ofNanos(System.nanoTime() - began);
            Exchanges.note(new Exchange(operation, address, sent, status, received, took));
        }
    }

    private static String address(RequestInformation request) {
        try {
            return String.valueOf(request.getUri());
        } catch (URISyntaxException | IllegalStateException e) {
            return "an address that is none: " + e.getMessage();
        }
    }

    private static String content(RequestInformation request) {
        InputStream content = request.content;
        if (content == null) {
            return "";
        }
        try {
            byte[] bytes = content.readAllBytes();
            request.content = new ByteArrayInputStream(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a request is written to memory", e);
        }
    }
}
