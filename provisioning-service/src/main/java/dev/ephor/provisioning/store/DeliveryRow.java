package dev.ephor.provisioning.store;

import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.domain.Delivery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code delivery}. */
record DeliveryRow(
        String key,
        String target,
        String tenant,
        Change change,
        long generation,
        Delivery.State state,
        List<String> activations,
        int attempts,
        Instant since,
        @Nullable Instant retryAt,
        @Nullable String lastAnswer) {

    static final String OF_KEYS =
            "select row_to_json(d) from delivery d where key = any (?) order by key, target";

    static final String OF_STATES =
            "select row_to_json(d) from delivery d where state = any (?) order by since, key, target";

    static final String SAVE =
            """
            insert into delivery (key, target, tenant, change, generation, state, activations,
                attempts, since, retry_at, last_answer)
            select key, target, tenant, change, generation, state, activations,
                attempts, since, retry_at, last_answer
            from jsonb_to_recordset(?::jsonb) as r (key text, target text, tenant text, change text,
                generation bigint, state text, activations text[], attempts integer,
                since timestamptz, retry_at timestamptz, last_answer text)
            on conflict (key, target) do update set change = excluded.change,
                generation = excluded.generation, state = excluded.state,
                activations = excluded.activations, attempts = excluded.attempts,
                since = excluded.since, retry_at = excluded.retry_at,
                last_answer = excluded.last_answer
            """;

    static DeliveryRow of(MembershipKey key, Delivery delivery) {
        return new DeliveryRow(
                key.toString(),
                delivery.target(),
                key.tenant(),
                delivery.change(),
                delivery.generation(),
                delivery.state(),
                delivery.activations(),
                delivery.attempts(),
                delivery.since(),
                delivery.retryAt(),
                delivery.lastAnswer());
    }

    Delivery delivery() {
        return new Delivery(
                target,
                change,
                generation,
                state,
                activations,
                attempts,
                since,
                retryAt,
                lastAnswer);
    }
}
