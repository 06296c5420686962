package dev.ephor.audit.store;

import dev.ephor.audit.application.KeepCheckpoints;
import dev.ephor.audit.sealing.Hash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checkpoints and cosignatures as rows. */
@ApplicationScoped
class SqlKeepCheckpoints implements KeepCheckpoints {
    private static final String SIGNED =
            "select c.size, c.root, c.note || coalesce((select string_agg(s.line, '' order by s.key)"
                    + " from audit_cosignature s where s.size = c.size), '')"
                    + " from audit_checkpoint c where c.note is not null";

    private final EntityManager entities;

    SqlKeepCheckpoints(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Hash intend(long size, Hash root, Instant now) {
        entities.createNativeQuery(
                        "insert into audit_checkpoint (size, root, at) values (?1, ?2, ?3)"
                                + " on conflict do nothing")
                .setParameter(1, size)
                .setParameter(2, root.bytes())
                .setParameter(3, now)
                .executeUpdate();
        byte[] kept =
                (byte[])
                        entities.createNativeQuery(
                                        "select root from audit_checkpoint where size = ?1")
                                .setParameter(1, size)
                                .getSingleResult();
        return Hash.of(kept);
    }

    @Override
    public List<Intended> unsigned() {
        return rows(entities.createNativeQuery(
                        "select size, root from audit_checkpoint where note is null"
                                + " order by size for update skip locked"))
                .map(row -> new Intended((long) row[0], Hash.of((byte[]) row[1])))
                .toList();
    }

    @Override
    public void sign(long size, String note) {
        entities.createNativeQuery("update audit_checkpoint set note = ?1 where size = ?2")
                .setParameter(1, note)
                .setParameter(2, size)
                .executeUpdate();
    }

    @Override
    public Optional<Kept> newest() {
        return rows(entities.createNativeQuery(SIGNED + " order by c.size desc limit 1"))
                .map(SqlKeepCheckpoints::kept)
                .findFirst();
    }

    @Override
    public Optional<Kept> ofSize(long size) {
        return rows(entities.createNativeQuery(SIGNED + " and c.size = ?1").setParameter(1, size))
                .map(SqlKeepCheckpoints::kept)
                .findFirst();
    }

    private static Stream<Object[]> rows(Query query) {
        return ((List<?>) query.getResultList()).stream().map(row -> (Object[]) row);
    }

    private static Kept kept(Object[] row) {
        return new Kept((long) row[0], Hash.of((byte[]) row[1]), (String) row[2]);
    }

    @Override
    public void cosign(long size, String key, String line, Instant now) {
        entities.createNativeQuery(
                        "insert into audit_cosignature (size, key, line, at) values (?1, ?2, ?3, ?4)"
                                + " on conflict (size, key) do update set line = excluded.line,"
                                + " at = excluded.at")
                .setParameter(1, size)
                .setParameter(2, key)
                .setParameter(3, line)
                .setParameter(4, now)
                .executeUpdate();
    }

    @Override
    public long cosignedUpTo(String key) {
        return (long)
                entities.createNativeQuery(
                                "select coalesce(max(size), 0) from audit_cosignature where key = ?1")
                        .setParameter(1, key)
                        .getSingleResult();
    }
}
