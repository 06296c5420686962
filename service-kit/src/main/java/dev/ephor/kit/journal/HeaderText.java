package dev.ephor.kit.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Record headers as JSON text: pairs, because a name may come twice; ISO 8859-1, because that keeps
 * every byte as it is.
 */
final class HeaderText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<List<String>>> PAIRS = new TypeReference<>() {};

    private HeaderText() {}

    static String write(Headers headers) {
        var pairs = new ArrayList<List<String>>();
        for (Header header : headers) {
            byte[] value = header.value() == null ? new byte[0] : header.value();
            pairs.add(List.of(header.key(), new String(value, StandardCharsets.ISO_8859_1)));
        }
        try {
            return JSON.writeValueAsString(pairs);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("headers cannot be written", e);
        }
    }

    static List<Header> read(String text) {
        try {
            return JSON.readValue(text, PAIRS).stream()
                    .<Header>map(
                            pair ->
                                    new RecordHeader(
                                            pair.get(0),
                                            pair.get(1).getBytes(StandardCharsets.ISO_8859_1)))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a journal row has headers that cannot be read", e);
        }
    }
}
