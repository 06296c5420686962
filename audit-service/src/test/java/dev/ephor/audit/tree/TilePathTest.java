package dev.ephor.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TilePathTest {
    @Test
    void writes_numbers_in_groups_of_three() {
        // Then
        assertThat(new TilePath(0, 1_234_067, 256)).hasToString("0/x001/x234/067");
        assertThat(new TilePath(2, 5, 17)).hasToString("2/005.p/17");
        assertThat(new TilePath(TilePath.ENTRIES, 1_000, 256)).hasToString("entries/x001/000");
    }

    @Test
    void reads_what_it_writes_and_nothing_else() {
        // Then
        for (String path : List.of("0/000", "63/999", "1/x001/x234/067.p/255", "entries/012.p/1")) {
            assertThat(TilePath.parse(path).orElseThrow()).hasToString(path);
        }
        for (String path :
                List.of(
                        "64/000",
                        "0/1",
                        "0/x000/001",
                        "0/001.p/0",
                        "0/001.p/256",
                        "0/001.p/300",
                        "0/001/002",
                        "x/001",
                        "-1/001",
                        "0/001.p/01",
                        "00/001",
                        "")) {
            assertThat(TilePath.parse(path)).as(path).isEmpty();
        }
    }

    @Test
    void knows_what_a_log_of_a_size_has() {
        // Given
        long size = 70_000;

        // Then
        assertThat(TilePath.parse("0/272").orElseThrow().isWithin(size)).isTrue();
        assertThat(TilePath.parse("0/273").orElseThrow().isWithin(size)).isFalse();
        assertThat(TilePath.parse("0/273.p/112").orElseThrow().isWithin(size)).isTrue();
        assertThat(TilePath.parse("0/273.p/113").orElseThrow().isWithin(size)).isFalse();
        assertThat(TilePath.parse("1/001.p/17").orElseThrow().isWithin(size)).isTrue();
        assertThat(TilePath.parse("2/000.p/1").orElseThrow().isWithin(size)).isTrue();
        assertThat(TilePath.parse("3/000.p/1").orElseThrow().isWithin(size)).isFalse();
    }
}
