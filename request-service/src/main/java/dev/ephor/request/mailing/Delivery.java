package dev.ephor.request.mailing;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.TemplateException;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hands one mail to the mail server, and says what became of it.
 *
 * <p>The client is only ever used on one event loop. Asked from any other thread it attaches itself
 * to a new connection too late now and then, misses the server's greeting, and waits for it until
 * our patience ends: of connections that a virtual thread asked for, about one in twenty.
 */
@ApplicationScoped
class Delivery {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ReactiveMailer mailer;
    private final Letters letters;
    private final Context eventLoop;
    private final String domain;

    Delivery(
            ReactiveMailer mailer,
            Letters letters,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.mailer.from") String from) {
        this.mailer = mailer;
        this.letters = letters;
        this.eventLoop = vertx.getOrCreateContext();
        this.domain = from.substring(from.indexOf('@') + 1).replace(">", "").strip();
    }

    /** What became of a try. */
    sealed interface Outcome {
        /** As the metrics call it. */
        String name();
    }

    /** The server has it. */
    record Sent() implements Outcome {
        @Override
        public String name() {
            return "sent";
        }
    }

    /** It will never be taken: this address, or this mail, is at fault. */
    record Refused(String why) implements Outcome {
        @Override
        public String name() {
            return "refused";
        }
    }

    /** Not now. */
    record Away(String why) implements Outcome {
        @Override
        public String name() {
            return "postponed";
        }
    }

    Outcome deliver(dev.ephor.request.mailing.Mail mail) {
        try {
            mailer.send(written(mail))
                    .runSubscriptionOn(send -> eventLoop.runOnContext(_ -> send.run()))
                    .await()
                    .atMost(PATIENCE);
            return new Sent();
        } catch (RuntimeException e) {
            return outcome(e);
        }
    }

    private Mail written(dev.ephor.request.mailing.Mail mail) {
        String subject = mail.notice().subject().replaceAll("[\\r\\n]+", " ");
        return Mail.withText(mail.to(), subject, letters.text(mail.notice()))
                .setHtml(letters.html(mail.notice()))
                .addHeader("Message-ID", "<%s@%s>".formatted(mail.id(), domain))
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private static Outcome outcome(RuntimeException failure) {
        if (failure instanceof TimeoutException) {
            return new Away("it did not answer within " + PATIENCE.toSeconds() + " s");
        }
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SMTPException smtp && isOfTheMail(smtp.getReplyCode())) {
                return new Refused(String.valueOf(smtp.getMessage()));
            }
            if (t instanceof TemplateException) {
                return new Refused(String.valueOf(t.getMessage()));
            }
        }
        return new Away(String.valueOf(failure.getMessage()));
    }

    /** RFC 5321: 550 to 554 are about an address or a mail; others may be the server's troubles. */
    private static boolean isOfTheMail(int replyCode) {
        return replyCode >= 550 && replyCode <= 554;
    }
}
