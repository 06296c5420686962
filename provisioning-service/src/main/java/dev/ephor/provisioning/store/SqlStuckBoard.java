package dev.ephor.provisioning.store;

import static java.util.stream.Collectors.toMap;

import dev.ephor.connector.Exchange;
import dev.ephor.provisioning.application.StuckBoard;
import dev.ephor.provisioning.domain.Delivery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** The stuck board, read from the deliveries themselves, and what proves it from the log. */
@ApplicationScoped
class SqlStuckBoard implements StuckBoard {
    /** What was exchanged when each was called last. */
    private static final String PROOFS =
            """
            select row_to_json(proof) from (
                select d.key, d.target, c.exchanges
                from delivery d
                cross join lateral (
                    select l.call from provisioning_log l
                    where l.tenant = d.tenant and l.principal = split_part(d.key, '/', 3)
                        and l.group_id = split_part(d.key, '/', 2)
                        and l.target = d.target and l.outcome <> 'held'
                    order by l.id desc limit 1) last
                join provisioning_call c on c.id = last.call
                where d.tenant = any (?) and d.state = 'STUCK') proof
            """;

    private final Sql sql;

    SqlStuckBoard(Sql sql) {
        this.sql = sql;
    }

    private record Proof(String key, String target, List<Exchange> exchanges) {
        String place() {
            return place(key, target);
        }

        static String place(String key, String target) {
            return key + "@" + target;
        }
    }

    @Override
    @Transactional
    public List<Stuck> of(String tenant) {
        Map<String, Proof> proofs =
                sql.select(PROOFS, List.of(tenant), Proof.class).stream()
                        .collect(toMap(Proof::place, proof -> proof));
        return StuckDelivery.<StuckDelivery>find(
                        "tenant = ?1 and state = ?2",
                        // The words sort as wanted: withdraw before grant.
                        Sort.descending("change").and("since", Sort.Direction.Ascending),
                        tenant,
                        Delivery.State.STUCK.name())
                .stream()
                .map(StuckDelivery::stuck)
                .map(stuck -> proved(stuck, proofs))
                .toList();
    }

    private static Stuck proved(Stuck stuck, Map<String, Proof> proofs) {
        Proof proof = proofs.get(Proof.place(stuck.key().toString(), stuck.target()));
        return proof == null ? stuck : stuck.provedBy(proof.exchanges());
    }
}
