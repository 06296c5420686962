package dev.ephor.request.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The example of docs/signals.md is what the gate takes. */
class SignaturePageTest {
    private static final Pattern EXAMPLE =
            Pattern.compile(
                    "SignaturePageTest reads what stands between the fences. -->\n```\n(.*?)\n\n(.*?)\n```",
                    Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("producers\\[0]\\.keys=(\\S+)");

    private final String page = Files.readString(Path.of("../docs/signals.md"));

    SignaturePageTest() throws IOException {}

    private SignalRecord example(String data) {
        Matcher found = found(EXAMPLE);
        var record =
                new ConsumerRecord<byte[], byte[]>(
                        "ephor.signals", 0, 0, null, data.getBytes(StandardCharsets.UTF_8));
        String key = "";
        for (String line : found.group(1).split("\n")) {
            String[] parts = line.split(": ", 2);
            if (parts[0].equals("key")) {
                key = parts[1];
            } else {
                record.headers().add(parts[0], parts[1].getBytes(StandardCharsets.UTF_8));
            }
        }
        var keyed =
                new ConsumerRecord<>(
                        "ephor.signals",
                        0,
                        0,
                        key.getBytes(StandardCharsets.UTF_8),
                        record.value());
        record.headers().forEach(keyed.headers()::add);
        return new SignalRecord(keyed);
    }

    private Matcher found(Pattern pattern) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher;
    }

    private boolean isSigned(SignalRecord record) throws Exception {
        byte[] encoded = Base64.getDecoder().decode(found(KEY).group(1));
        PublicKey key =
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        var signature = new DetachedSignature(record.header(SignalRecord.SIGNATURE));
        return signature.signs(record.signed(), List.of(key));
    }

    @Test
    void the_signature_belongs_to_the_record_and_to_the_key_of_the_page() throws Exception {
        // Given
        String data = found(EXAMPLE).group(2);

        // Then
        assertThat(isSigned(example(data))).isTrue();
        assertThat(isSigned(example(data + " "))).isFalse();
    }

    @Test
    void an_attribute_that_holds_a_line_feed_cannot_be_signed() {
        // Given
        SignalRecord record = example("{}");

        // When
        record.record().headers().add("ce_id", "a\nb".getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(record.signed()).isNull();
    }
}
