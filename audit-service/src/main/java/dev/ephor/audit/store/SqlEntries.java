package dev.ephor.audit.store;

import dev.ephor.audit.sealing.Entry;
import dev.ephor.audit.sealing.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Entries out of rows that begin with sequence, leaf, leaf_hash, previous, hash. */
final class SqlEntries {
    private SqlEntries() {}

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getBytes(2),
                Hash.of(row.getBytes(3)),
                Hash.of(row.getBytes(4)),
                Hash.of(row.getBytes(5)));
    }
}
