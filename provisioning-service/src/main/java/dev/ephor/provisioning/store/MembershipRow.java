package dev.ephor.provisioning.store;

import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.application.Origin;
import dev.ephor.provisioning.application.Provisioned;
import dev.ephor.provisioning.domain.Activation;
import dev.ephor.provisioning.domain.Delivery;
import dev.ephor.provisioning.domain.Drift;
import dev.ephor.provisioning.domain.Provisioning;
import dev.ephor.provisioning.domain.Wanted;
import java.util.List;
import java.util.Map;

/** A row of {@code membership}. */
record MembershipRow(
        String key,
        long version,
        Change change,
        long generation,
        long removed,
        List<Activation> activations,
        Map<String, Origin> origins,
        List<Drift> drifts) {

    static final String LOCK =
            "select row_to_json(m) from membership m where key = any (?) order by key for update";

    static final String SAVE =
            """
            insert into membership (key, version, change, generation, removed, activations, origins,
                drifts)
            select key, version, change, generation, removed, activations, origins, drifts
            from jsonb_to_recordset(?::jsonb) as r (key text, version bigint, change text,
                generation bigint, removed bigint, activations jsonb, origins jsonb,
                drifts jsonb)
            on conflict (key) do update set version = excluded.version, change = excluded.change,
                generation = excluded.generation, removed = excluded.removed,
                activations = excluded.activations, origins = excluded.origins, drifts = excluded.drifts
            """;

    static MembershipRow of(Provisioned provisioned) {
        Provisioning state = provisioned.state();
        return new MembershipRow(
                state.key().toString(),
                state.version(),
                state.wanted().change(),
                state.wanted().generation(),
                state.removed(),
                state.activations(),
                provisioned.origins(),
                state.drifts());
    }

    Provisioned provisioned(List<Delivery> deliveries) {
        return new Provisioned(
                new Provisioning(
                        MembershipKey.parse(key),
                        version,
                        new Wanted(change, generation),
                        removed,
                        activations,
                        deliveries,
                        drifts),
                origins);
    }
}
