package dev.ephor.quickstart.smtp;

import dev.ephor.quickstart.http.Answer;
import dev.ephor.quickstart.http.Journal;
import dev.ephor.quickstart.http.LoopbackServer;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import dev.ephor.quickstart.http.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * An SMTP server on loopback that takes every mail and keeps it. {@code GET
 * /_emulator/journal?after=n} at its other address reads them.
 */
public final class MailServer implements AutoCloseable {
    private static final String READER = "/_emulator/journal";
    private static final int NOT_A_MAIL = 554;

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger LIBRARY = Logger.getLogger("org.subethamail");

    private final Journal<Letter> arrived = new Journal<>();
    private final SMTPServer smtp;
    private final LoopbackServer http;

    private MailServer(int smtpPort, int httpPort) {
        LIBRARY.setLevel(Level.WARNING);
        smtp =
                SMTPServer.port(smtpPort)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .hostName("localhost")
                        .softwareName("Ephor quickstart")
                        .messageHandler((_, from, to, data) -> take(from, to, data))
                        .build();
        smtp.start();
        Router router = new Router().on("GET", READER, (request, _) -> read(request));
        http = LoopbackServer.start(httpPort, request -> answer(router, request));
    }

    /**
     * @param smtpPort 0 for any free one, as is {@code httpPort}
     */
    public static MailServer start(int smtpPort, int httpPort) {
        return new MailServer(smtpPort, httpPort);
    }

    /** The sender hears of success after this: what it was told is sent can be read. */
    private void take(String from, String to, byte[] data) throws RejectException {
        try {
            arrived.append(ReadLetter.of(from, to, data));
        } catch (IOException e) {
            throw new RejectException(NOT_A_MAIL, String.valueOf(e.getMessage()));
        }
    }

    private Answer read(Request request) {
        @Nullable String after = request.parameter("after");
        return Reply.json(200, arrived.after(after == null ? 0 : Long.parseLong(after)));
    }

    private static Answer answer(Router router, Request request) {
        return router.route(request)
                .orElseGet(() -> Reply.json(404, Map.of("error", "Mails are read at " + READER)));
    }

    public int smtpPort() {
        return smtp.getPortAllocated();
    }

    /** Where the mails are read. */
    public String url() {
        return http.url() + READER;
    }

    public Journal<Letter> journal() {
        return arrived;
    }

    @Override
    public void close() {
        smtp.stop();
        http.close();
    }
}
