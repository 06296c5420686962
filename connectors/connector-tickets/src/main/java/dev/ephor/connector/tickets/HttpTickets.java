package dev.ephor.connector.tickets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ephor.connector.ticket.TicketSystem;
import dev.ephor.connector.ticket.TicketSystem.Standing.Closed;
import dev.ephor.connector.ticket.TicketSystem.Standing.Open;
import dev.ephor.connector.ticket.TicketSystem.Standing.SomebodyElses;
import dev.ephor.connector.ticket.TicketSystem.Standing.Unanswered;
import dev.ephor.connector.ticket.TicketSystem.Standing.Unknown;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;

/** Reads a ticket by one GET. */
final class HttpTickets implements TicketSystem {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** However they are encoded, they name another page than a ticket's. */
    private static final Set<String> PATHS_UP = Set.of(".", "..");

    private final TicketPage page;
    private final HttpClient http;

    HttpTickets(TicketPage page) {
        this.page = page;
        // A redirect would carry the token to wherever it leads.
        this.http =
                HttpClient.newBuilder()
                        .connectTimeout(page.timeout())
                        .followRedirects(Redirect.NEVER)
                        .build();
    }

    @Override
    public Standing look(Question question) {
        if (PATHS_UP.contains(question.number())) {
            return new Unknown();
        }
        var request =
                HttpRequest.newBuilder(page.of(question.number()))
                        .timeout(page.timeout())
                        .header("Accept", "application/json")
                        .header("Authorization", "Bearer " + page.token())
                        .build();
        try {
            return standing(http.send(request, BodyHandlers.ofString()), question);
        } catch (IOException e) {
            return new Unanswered(
                    "The ticket system %s does not answer: %s"
                            .formatted(page.name(), e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unanswered("Asking the ticket system %s was ended".formatted(page.name()));
        }
    }

    private Standing standing(HttpResponse<String> response, Question question) {
        return switch (response.statusCode()) {
            case 200 -> standing(response.body(), question);
            case 404, 410 -> new Unknown();
            default ->
                    new Unanswered(
                            "The ticket system %s answers %d"
                                    .formatted(page.name(), response.statusCode()));
        };
    }

    private Standing standing(String body, Question question) {
        try {
            return standing(JSON.readTree(body), question);
        } catch (JsonProcessingException e) {
            return new Unanswered("The ticket system %s sends no JSON".formatted(page.name()));
        }
    }

    private Standing standing(JsonNode ticket, Question question) {
        JsonNode state = ticket.at(page.state());
        if (!state.isValueNode() || state.isNull()) {
            return new Unanswered(
                    "The ticket system %s names no state at %s"
                            .formatted(page.name(), page.state()));
        }
        if (!isOf(ticket, question)) {
            return new SomebodyElses();
        }
        return page.open().contains(state.asText().strip().toLowerCase(Locale.ROOT))
                ? new Open()
                : new Closed();
    }

    private boolean isOf(JsonNode ticket, Question question) {
        if (page.requester() == null) {
            return true;
        }
        String named = ticket.at(page.requester()).asText();
        return question.requester().stream().anyMatch(name -> name.equalsIgnoreCase(named));
    }

    @Override
    public void close() {
        // What is being asked is still answered.
        http.shutdown();
    }
}
