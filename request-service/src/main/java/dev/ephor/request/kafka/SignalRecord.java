package dev.ephor.request.kafka;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record on {@code ephor.signals} as it came, and what its producer has to have signed. */
record SignalRecord(ConsumerRecord<byte[], byte[]> record) {
    static final String SIGNATURE = "ephor-signature";

    /** The last header of a name, as the codec reads it too. */
    @Nullable String header(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    String key() {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    /**
     * Id, source, type, time and key, each followed by a line feed, and the data: what says which
     * event it is, and what it says. None of the lines may hold a line feed, or the same bytes
     * could be read in two ways.
     *
     * @return null where one of them does
     */
    byte @Nullable [] signed() {
        var bytes = new ByteArrayOutputStream();
        for (String attribute : new String[] {"ce_id", "ce_source", "ce_type", "ce_time"}) {
            if (!line(bytes, header(attribute))) {
                return null;
            }
        }
        if (!line(bytes, key())) {
            return null;
        }
        bytes.writeBytes(record.value() == null ? new byte[0] : record.value());
        return bytes.toByteArray();
    }

    private static boolean line(ByteArrayOutputStream bytes, @Nullable String text) {
        String line = text == null ? "" : text;
        bytes.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        return line.indexOf('\n') < 0;
    }
}
