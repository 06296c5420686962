package dev.ephor.connector.ldap;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.UUID;

/**
 * An {@code objectGUID}: sixteen octets, the first three fields of which are little-endian (MS-DTYP
 * section 2.3.4.2).
 */
final class Guid {

    private static final int OCTETS = 16;

    private Guid() {}

    /** The octets of the usual text form; empty where it is none. */
    static Optional<byte[]> octets(String text) {
        UUID id;
        try {
            id = UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
        long high = id.getMostSignificantBits();
        ByteBuffer octets = ByteBuffer.allocate(OCTETS).order(ByteOrder.LITTLE_ENDIAN);
        octets.putInt((int) (high >>> 32)).putShort((short) (high >>> 16)).putShort((short) high);
        octets.order(ByteOrder.BIG_ENDIAN).putLong(id.getLeastSignificantBits());
        return Optional.of(octets.array());
    }

    /** The usual text form, in small letters; empty where the octets are none. */
    static Optional<String> text(byte[] octets) {
        if (octets.length != OCTETS) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
        long high = (buffer.getInt() & 0xFFFFFFFFL) << 32;
        high |= (buffer.getShort() & 0xFFFFL) << 16;
        high |= buffer.getShort() & 0xFFFFL;
        long low = buffer.order(ByteOrder.BIG_ENDIAN).getLong();
        return Optional.of(new UUID(high, low).toString());
    }
}
