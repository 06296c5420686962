package dev.ephor.connector.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.ticket.TicketSystem;
import dev.ephor.connector.ticket.TicketSystem.Question;
import dev.ephor.connector.ticket.TicketSystem.Standing;
import dev.ephor.connector.ticket.TicketSystem.Standing.Closed;
import dev.ephor.connector.ticket.TicketSystem.Standing.Open;
import dev.ephor.connector.ticket.TicketSystem.Standing.SomebodyElses;
import dev.ephor.connector.ticket.TicketSystem.Standing.Unanswered;
import dev.ephor.connector.ticket.TicketSystem.Standing.Unknown;
import dev.ephor.connector.ticket.TicketSystemProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTicketsTest {
    private static final String SECRET = "not-to-be-seen";

    private final Map<String, String> tickets = new HashMap<>();
    private HttpServer server;
    private String path;
    private String authorization;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        path = exchange.getRequestURI().getRawPath();
        authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String ticket = tickets.get(exchange.getRequestURI().getPath());
        byte[] body = String.valueOf(ticket).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(ticket == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("url", "http://127.0.0.1:%d/tickets/{number}".formatted(port()));
        settings.put("tokenRef", "HELPDESK_TOKEN");
        settings.put("requester", "/reporter/mail");
        return settings;
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static TicketSystem open(Map<String, String> settings) {
        TicketSystemProvider http =
                ServiceLoader.load(TicketSystemProvider.class).iterator().next();
        assertThat(http.kind()).isEqualTo("http");
        return http.open(new Settings("helpdesk", settings, _ -> SECRET));
    }

    private Standing look(String number) {
        try (TicketSystem system = open(settings())) {
            return system.look(new Question(number, Set.of("id-of-dana", "dana@example.org")));
        }
    }

    private void hold(String number, String state, String reporter) {
        tickets.put(
                "/tickets/" + number,
                "{\"state\":\"%s\",\"reporter\":{\"mail\":\"%s\"}}".formatted(state, reporter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "New", " IN PROGRESS "})
    void an_open_ticket_of_the_requester_is_open(String state) {
        // Given
        hold("INC-1", state, "Dana@example.org");

        // Then
        assertThat(look("INC-1")).isEqualTo(new Open());
        assertThat(authorization).isEqualTo("Bearer " + SECRET);
    }

    @Test
    void any_other_state_is_closed() {
        // Given
        hold("INC-1", "resolved", "dana@example.org");

        // Then
        assertThat(look("INC-1")).isEqualTo(new Closed());
    }

    @Test
    void a_ticket_of_somebody_else_says_so() {
        // Given
        hold("INC-1", "open", "eve@example.org");

        // Then
        assertThat(look("INC-1")).isEqualTo(new SomebodyElses());
    }

    @Test
    void a_ticket_that_is_not_there_is_unknown() {
        assertThat(look("INC-2")).isEqualTo(new Unknown());
    }

    @Test
    void a_number_stays_one_segment() {
        assertThat(look("../admin?x=1#y z")).isEqualTo(new Unknown());
        assertThat(path).isEqualTo("/tickets/..%2Fadmin%3Fx%3D1%23y%20z");
    }

    /** Nor is the page above asked for, which would be sent the token. */
    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void a_number_that_is_a_way_up_is_no_ticket(String number) {
        assertThat(look(number)).isEqualTo(new Unknown());
        assertThat(path).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "", "{}", "{\"state\":null}", "{\"state\":{}}", "[]"})
    void an_answer_that_says_nothing_of_the_state_is_none(String body) {
        // Given
        tickets.put("/tickets/INC-1", body);

        // Then
        assertThat(look("INC-1")).isInstanceOf(Unanswered.class).asString().contains("helpdesk");
    }

    @Test
    void a_system_that_is_away_is_no_answer() {
        // Given
        Map<String, String> settings = settings();
        server.stop(0);

        // Then
        try (TicketSystem system = open(settings)) {
            assertThat(system.look(new Question("INC-1", Set.of())))
                    .isInstanceOf(Unanswered.class)
                    .asString()
                    .doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "url,      http://helpdesk.example.org/{number}, is no https URL",
        "url,      https://helpdesk.example.org/ticket,  has no {number}",
        "state,    state,                                is no JSON Pointer",
        "timeout,  soon,                                 is no length of time"
    })
    void a_setting_that_is_wrong_is_named(String key, String value, String why) {
        // Given
        Map<String, String> settings = settings();
        settings.put(key, value);

        // Then
        assertThatThrownBy(() -> open(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key)
                .hasMessageContaining(why);
    }
}
