package dev.ephor.quickstart.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.quickstart.bench.Load.Asked;
import dev.ephor.quickstart.client.Polling;
import dev.ephor.quickstart.client.Requester;
import dev.ephor.quickstart.world.Person;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Each activation as Ephor shows it to its requester, once it is active. */
final class Views {
    private final Function<Person, Requester> requesters;

    Views(Function<Person, Requester> requesters) {
        this.requesters = requesters;
    }

    List<JsonNode> awaitActive(List<Asked> asked) {
        return asked.stream().filter(a -> a.status() == 201).map(this::awaitActive).toList();
    }

    private JsonNode awaitActive(Asked asked) {
        Requester requester = requesters.apply(asked.person());
        return Polling.until(
                        Duration.ofSeconds(30),
                        () -> requester.activation(asked.id()),
                        view -> view.path("state").asText().equals("active"))
                .orElseGet(() -> requester.activation(asked.id()));
    }
}
