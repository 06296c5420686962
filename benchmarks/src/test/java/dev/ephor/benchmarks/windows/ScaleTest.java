package dev.ephor.benchmarks.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {

    @Test
    void is_the_whole_where_nothing_is_said() {
        assertThat(Scale.of(List.of())).isEqualTo(new Scale(1_000_000, 5, false));
    }

    @Test
    void grows_tenfold_up_to_what_was_asked_for() {
        assertThat(new Scale(1_000_000, 5, false).levels())
                .containsExactly(10_000, 100_000, 1_000_000);
        assertThat(Scale.of(List.of("--windows", "50000")).levels())
                .containsExactly(10_000, 50_000);
    }

    @Test
    void repeats_as_often_as_asked_at_the_greatest_number_only() {
        var scale = Scale.of(List.of("--windows", "100000", "--repeats", "4"));

        assertThat(scale.repeatsAt(100_000).count()).isEqualTo(4);
        assertThat(scale.repeatsAt(10_000).count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--windows",
                "--windows 9",
                "--repeats x",
                "--fast",
                "--windows 99999999999"
            })
    void says_how_it_is_called_where_that_went_wrong(String line) {
        assertThatThrownBy(() -> Scale.of(List.of(line.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("usage: ./ephor bench windows");
    }
}
