package dev.ephor.quickstart.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ephor.quickstart.http.Http;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MailServerTest {

    @Test
    void keeps_what_arrives_and_lets_it_be_read_over_http() throws Exception {
        try (MailServer server = MailServer.start(0, 0)) {
            // When
            Transport.send(mail(server.smtpPort()));
            // Then
            String url = server.url();
            String base = url.substring(0, url.indexOf("/_"));
            JsonNode arrived = new ObjectMapper().readTree(get(base, url)).path(0);
            assertThat(arrived.path("sequence").asInt()).isEqualTo(1);
            assertThat(arrived.path("to").asText()).isEqualTo("b@example.com");
            assertThat(arrived.path("subject").asText()).isEqualTo("Grüße");
            assertThat(arrived.path("text").asText()).isEqualTo("für dich");
            assertThat(arrived.path("html").asText()).isEqualTo("<p>für dich</p>");
            assertThat(arrived.path("messageId").asText()).isNotEmpty();
            assertThat(get(base, url + "?after=1")).isEqualTo("[]");
        }
    }

    private static String get(String base, String url) {
        return new Http(base, "none").get(url.substring(base.length())).body();
    }

    private static MimeMessage mail(int port) throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(port));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("a@example.com"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("b@example.com"));
        message.setSubject("Grüße", "utf-8");
        var text = new MimeBodyPart();
        text.setText("für dich", "utf-8");
        var html = new MimeBodyPart();
        html.setText("<p>für dich</p>", "utf-8", "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        return message;
    }
}
