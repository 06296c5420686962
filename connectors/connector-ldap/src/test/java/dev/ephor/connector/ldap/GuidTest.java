package dev.ephor.connector.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GuidTest {

    @Test
    void writes_the_first_three_fields_backwards() {
        // When
        var octets = Guid.octets("00112233-4455-6677-8899-aabbccddeeff").orElseThrow();

        // Then
        assertThat(HexFormat.of().formatHex(octets)).isEqualTo("33221100554477668899aabbccddeeff");
    }

    @Test
    void reads_what_it_wrote() {
        // Given
        String id = UUID.randomUUID().toString();

        // When
        var read = Guid.octets(id).flatMap(Guid::text);

        // Then
        assertThat(read).contains(id);
    }

    @Test
    void takes_nothing_else_for_one() {
        // Then
        assertThat(Guid.octets("*")).isEmpty();
        assertThat(Guid.text(new byte[3])).isEmpty();
    }
}
