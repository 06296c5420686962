package dev.ephor.request.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server to which the service sends, and which can be away. */
public final class SmtpServer implements QuarkusTestResourceLifecycleManager {
    /** Nobody has this address, the server says. */
    public static final String UNKNOWN = "unknown@example.org";

    private static final List<Arrived> ARRIVED = new CopyOnWriteArrayList<>();
    private static int port;
    private static SMTPServer server;

    /** A mail as it arrived. */
    public record Arrived(String id, String to, String subject, String text, String html) {}

    @Override
    public Map<String, String> start() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        comeBack();
        return Map.of(
                "quarkus.mailer.mock",
                "false",
                "quarkus.mailer.host",
                "127.0.0.1",
                "quarkus.mailer.port",
                String.valueOf(port),
                "ephor.links.base",
                "https://ephor.example.org/");
    }

    @Override
    public void stop() {
        goAway();
    }

    public static void goAway() {
        server.stop();
    }

    public static void comeBack() {
        server =
                SMTPServer.port(port)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .messageHandler((_, _, to, data) -> take(to, data))
                        .build();
        server.start();
    }

    /** What came for this address, oldest first. */
    public static List<Arrived> arrived(String to) {
        return ARRIVED.stream().filter(mail -> mail.to().equals(to)).toList();
    }

    private static void take(String to, byte[] data) throws RejectException {
        if (to.equals(UNKNOWN)) {
            throw new RejectException(550, "no such user");
        }
        try {
            var message = new MimeMessage(null, new ByteArrayInputStream(data));
            var parts = (MimeMultipart) message.getContent();
            ARRIVED.add(
                    new Arrived(
                            message.getMessageID(),
                            message.getRecipients(Message.RecipientType.TO)[0].toString(),
                            message.getSubject(),
                            parts.getBodyPart(0).getContent().toString(),
                            parts.getBodyPart(1).getContent().toString()));
        } catch (Exception e) {
            throw new RejectException(554, String.valueOf(e));
        }
    }
}
