package dev.ephor.request.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.ephor.events.CatalogEvent;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.CatalogEvent.TicketSystemDefined;
import dev.ephor.events.MembershipKey;
import dev.ephor.request.application.FindTerms;
import dev.ephor.request.domain.Circumstances;
import dev.ephor.request.domain.TicketStanding;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenTicketSystemsTest {
    private final Map<String, CatalogEvent> configured = new HashMap<>();
    private final OpenTicketSystems systems =
            new OpenTicketSystems(
                    new Things(),
                    new SmallRyeConfigBuilder().withDefaultValue("HELPDESK_TOKEN", "t").build());
    private HttpServer helpdesk;

    @BeforeEach
    void listen() throws IOException {
        helpdesk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        helpdesk.start();
        configure(
                new PrincipalSeen(
                        "t1",
                        "id-of-dana",
                        "dana",
                        null,
                        "dana@example.org",
                        null,
                        null,
                        null,
                        false,
                        Map.of(),
                        List.of()));
        configure(defined("http", "/open/{number}"));
    }

    @AfterEach
    void stop() {
        systems.close();
        helpdesk.stop(0);
    }

    private void configure(CatalogEvent event) {
        configured.put(event.partitionKey(), event);
    }

    private TicketSystemDefined defined(String kind, String path) {
        String url = "http://127.0.0.1:%d%s".formatted(helpdesk.getAddress().getPort(), path);
        return new TicketSystemDefined(
                "t1",
                "helpdesk",
                kind,
                Map.of("url", url, "tokenRef", "HELPDESK_TOKEN", "requester", "/by"));
    }

    private void answer(String path, String body) {
        helpdesk.createContext(
                path,
                exchange -> {
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    private TicketStanding look() {
        return systems.look("t1", "helpdesk", "INC-1", "id-of-dana");
    }

    @Test
    void knows_the_requester_by_every_name() {
        // Given
        answer("/open/", "{\"state\":\"open\",\"by\":\"dana@example.org\"}");

        // Then
        assertThat(look()).isEqualTo(TicketStanding.OPEN);
    }

    @Test
    void tells_somebody_elses_ticket_from_a_closed_and_an_unknown_one() {
        // Given
        answer("/open/", "{\"state\":\"open\",\"by\":\"eve\"}");
        answer("/closed/", "{\"state\":\"closed\",\"by\":\"dana\"}");

        // Then
        assertThat(look()).isEqualTo(TicketStanding.NOT_YOURS);
        configure(defined("http", "/closed/{number}"));
        assertThat(look()).isEqualTo(TicketStanding.CLOSED);
        configure(defined("http", "/nowhere/{number}"));
        assertThat(look()).isEqualTo(TicketStanding.UNKNOWN);
    }

    @Test
    void takes_no_answer_for_unreachable() {
        // Given
        answer("/open/", "busy");

        // Then
        assertThat(look()).isEqualTo(TicketStanding.UNREACHABLE);
    }

    @Test
    void takes_a_system_that_is_not_there_or_cannot_be_opened_for_unreachable() {
        // Then
        assertThat(systems.look("t1", "other", "INC-1", "id-of-dana"))
                .isEqualTo(TicketStanding.UNREACHABLE);
        configure(defined("telepathy", "/open/{number}"));
        assertThat(look()).isEqualTo(TicketStanding.UNREACHABLE);
        configure(defined("http", "/open"));
        assertThat(look()).isEqualTo(TicketStanding.UNREACHABLE);
    }

    /** What is configured, and nothing about policies. */
    private final class Things implements FindTerms {
        @Override
        public Optional<PolicyDefined> terms(MembershipKey key) {
            throw new AssertionError("nobody asks for a policy here");
        }

        @Override
        public Circumstances circumstances(MembershipKey key, Set<String> held) {
            throw new AssertionError("nobody asks for circumstances here");
        }

        @Override
        public Map<String, CatalogEvent> things(Collection<String> keys) {
            var found = new HashMap<>(configured);
            found.keySet().retainAll(keys);
            return found;
        }
    }
}
