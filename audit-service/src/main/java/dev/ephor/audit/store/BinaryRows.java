package dev.ephor.audit.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows for {@code COPY ... (FORMAT BINARY)}, PostgreSQL's fastest way in: no text is made of the
 * bytes and none is parsed. The layout is that of PostgreSQL's documentation of COPY.
 */
final class BinaryRows {
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
    };
    private static final int FLAGS_AND_EXTENSION = 8;
    private static final int NULL = -1;
    private static final int END = -1;

    private final Buffer out = new Buffer();

    BinaryRows() {
        out.writeBytes(SIGNATURE);
        out.writeBytes(new byte[FLAGS_AND_EXTENSION]);
    }

    /** Begins a row; exactly so many columns follow. */
    BinaryRows row(int columns) {
        twoBytes(columns);
        return this;
    }

    /** A column of type bigint. */
    BinaryRows add(long value) {
        fourBytes(Long.BYTES);
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        return this;
    }

    /** A column of type bytea. */
    BinaryRows add(byte @Nullable [] value) {
        fourBytes(value == null ? NULL : value.length);
        if (value != null) {
            out.writeBytes(value);
        }
        return this;
    }

    /** A column of type text. */
    BinaryRows add(@Nullable String value) {
        return add(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Ends the rows and writes them.
     *
     * @param into table and columns, as {@code COPY} names them
     */
    void copy(Connection connection, String into) throws SQLException {
        twoBytes(END);
        String sql = "copy " + into + " from stdin (format binary)";
        try (InputStream in = out.read()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in);
        } catch (IOException e) {
            throw new SQLException("the rows could not be sent: " + e.getMessage(), e);
        }
    }

    private void twoBytes(int value) {
        out.write(value >>> Byte.SIZE);
        out.write(value);
    }

    private void fourBytes(int value) {
        twoBytes(value >>> Short.SIZE);
        twoBytes(value);
    }

    /** Reads what was written without a copy of it. */
    private static final class Buffer extends ByteArrayOutputStream {
        private static final int AT_FIRST = 64 * 1024;

        Buffer() {
            super(AT_FIRST);
        }

        InputStream read() {
            return new ByteArrayInputStream(buf, 0, count);
        }
    }
}
