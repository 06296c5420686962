package dev.ephor.audit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.audit.notes.Keys;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WitnessTest {
    @Test
    void is_a_key_with_or_without_an_address() {
        // Given
        String key = Keys.asked().verifier().toString();

        // Then
        assertThat(Witness.parse(key).address()).isEmpty();
        assertThat(Witness.parse(key + "  https://w.example/prefix/").address())
                .contains(URI.create("https://w.example/prefix"));
        assertThat(Witness.parse(key).key()).isEqualTo(Keys.asked().verifier());
    }

    @Test
    void is_not_what_cannot_be_asked_or_checked() throws IOException {
        // Given
        String key = Keys.asked().verifier().toString();
        String signer = Keys.log().verifier().toString();

        // Then
        assertThatThrownBy(() -> Witness.parse(key + " file:///etc/passwd"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Witness.parse(key + " https://"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Witness.parse(signer + " https://w.example"))
                .hasMessageContaining("type 04");
        assertThatThrownBy(() -> Witness.parse("https://w.example"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void is_asked_ever_more_rarely_while_it_fails() {
        assertThat(WitnessLoop.waitAfter(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(WitnessLoop.waitAfter(3)).isEqualTo(Duration.ofSeconds(8));
        assertThat(WitnessLoop.waitAfter(9)).isEqualTo(Duration.ofMinutes(5));
        assertThat(WitnessLoop.waitAfter(1_000_000)).isEqualTo(Duration.ofMinutes(5));
    }
}
