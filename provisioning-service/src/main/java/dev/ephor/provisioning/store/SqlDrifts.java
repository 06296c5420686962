package dev.ephor.provisioning.store;

import dev.ephor.events.Access;
import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.application.AtTarget;
import dev.ephor.provisioning.application.DriftBoard;
import dev.ephor.provisioning.application.FindAtTarget;
import dev.ephor.provisioning.domain.Delivery;
import dev.ephor.provisioning.domain.Drift;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Drift as it lies beside the memberships. */
@ApplicationScoped
class SqlDrifts implements DriftBoard, FindAtTarget {
    private static final String OF_GROUP =
            """
            select row_to_json(m) from membership m, (select ?::text[] as a) x
            where m.key >= x.a[1] collate "C" and m.key < x.a[2] collate "C"
            """;

    private static final String DELIVERIES =
            """
            select row_to_json(d) from delivery d, (select ?::text[] as a) x
            where d.key >= x.a[1] collate "C" and d.key < x.a[2] collate "C" and d.target = x.a[3]
            """;

    private static final String OPEN =
            """
            select row_to_json(m) from membership m, (select ?::text[] as a) x
            where m.drifts <> '[]' and m.key >= x.a[1] collate "C" and m.key < x.a[2] collate "C"
            """;

    private static final String DUE =
            """
            select row_to_json(m) from membership m
            where m.drifts <> '[]' and ?::text[] is not null
                and m.drifts @?? '$[*] ? (@.stage == "REPORTED" && @.revert_at != null)'
            """;

    private static final String COUNT =
            """
            select count(*) from membership m, jsonb_array_elements(m.drifts) d, (select ?::text[] as a) x
            where m.drifts <> '[]' and d ->> 'stage' <> x.a[1]
            """;

    private final Sql sql;

    SqlDrifts(Sql sql) {
        this.sql = sql;
    }

    @Override
    @Transactional
    public List<Drifted> of(String tenant) {
        return drifted(OPEN, List.of(tenant + "/", tenant + "0"))
                .filter(d -> d.drift().isOpen())
                .sorted(Comparator.comparing(d -> d.drift().detectedAt()))
                .toList();
    }

    @Override
    @Transactional
    public List<Drifted> toRevert() {
        return drifted(DUE, List.of()).filter(d -> d.drift().due() != null).toList();
    }

    @Override
    @Transactional
    public long count() {
        return sql.select(COUNT, List.of(Drift.Stage.ACCEPTED.name()), Long.class).getFirst();
    }

    @Override
    @Transactional
    public List<AtTarget> in(String tenant, String group, String target) {
        String beginning = tenant + "/" + group;
        List<String> range = List.of(beginning + "/", beginning + "0", target);
        Map<String, Delivery> deliveries =
                sql.select(DELIVERIES, range, DeliveryRow.class).stream()
                        .collect(Collectors.toMap(DeliveryRow::key, DeliveryRow::delivery));
        return sql.select(OF_GROUP, range, MembershipRow.class).stream()
                .map(row -> row.provisioned(ofKey(row.key(), deliveries)).state())
                .filter(state -> state.key().access() == Access.MEMBER)
                .map(state -> AtTarget.of(state, target))
                .toList();
    }

    private static List<Delivery> ofKey(String key, Map<String, Delivery> deliveries) {
        Delivery delivery = deliveries.get(key);
        return delivery == null ? List.of() : List.of(delivery);
    }

    private Stream<Drifted> drifted(String select, List<String> range) {
        return sql.select(select, range, MembershipRow.class).stream()
                .flatMap(
                        row ->
                                row.drifts().stream()
                                        .map(d -> new Drifted(MembershipKey.parse(row.key()), d)));
    }
}
