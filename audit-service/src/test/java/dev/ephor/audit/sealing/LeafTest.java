package dev.ephor.audit.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeafTest {

    @Test
    void lays_out_the_documented_example_byte_for_byte() {
        // Then
        assertThat(HexFormat.of().formatHex(Leaves.request().bytes()))
                .isEqualTo(
                        "010000000e6570686f722e726571756573747300000003000000000000002a"
                                + "0000019b76daa8000000000f74312f67312f70312f6d656d626572"
                                + "000000040000000563655f696400000003652d31"
                                + "0000000963655f736f75726365000000162f6570686f722f726571756573742d"
                                + "736572766963650000000763655f74797065000000216465762e6570686f722e"
                                + "61637469766174696f6e2e7265717565737465642e76310000000c636f6e7465"
                                + "6e742d74797065000000106170706c69636174696f6e2f6a736f6e"
                                + "000000077b2261223a317d");
    }

    @Test
    void tells_absent_bytes_from_empty_ones() {
        // Given
        Leaf absent = new Leaf("t", 0, 0, 0, null, List.of(), null);
        Leaf empty = new Leaf("t", 0, 0, 0, new byte[0], List.of(), new byte[0]);

        // Then
        assertThat(absent.bytes()).isNotEqualTo(empty.bytes());
        assertThat(Leaf.read(absent.bytes()).key()).isNull();
        assertThat(Leaf.read(empty.bytes()).value()).isEmpty();
    }

    @Test
    void keeps_headers_of_one_name_in_the_order_in_which_they_came() {
        // When
        Leaf leaf = Leaf.read(Leaves.garbage().bytes());

        // Then
        assertThat(leaf.headers()).extracting(Leaf.Header::name).containsExactly("B", "x", "x");
        assertThat(leaf.headers().get(1).value()).isNull();
        assertThat(leaf.headers().get(2).value()).isEqualTo(Leaves.utf8("2"));
    }

    @Test
    void reads_back_what_it_wrote() {
        // When
        Leaf read = Leaf.read(Leaves.request().bytes());

        // Then
        assertThat(read.topic()).isEqualTo("ephor.requests");
        assertThat(read.partition()).isEqualTo(3);
        assertThat(read.offset()).isEqualTo(42);
        assertThat(read.timestamp()).isEqualTo(1_767_225_600_000L);
        assertThat(read.keyText()).isEqualTo("t1/g1/p1/member");
        assertThat(read.header("ce_id")).isEqualTo("e-1");
        assertThat(read.bytes()).isEqualTo(Leaves.request().bytes());
    }

    @Test
    void refuses_bytes_that_are_cut_short_wherever_they_are_cut() {
        // Given
        byte[] whole = Leaves.request().bytes();

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);

            // Then
            assertThatIllegalArgumentException().isThrownBy(() -> Leaf.read(cut));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02", // another version
                "017fffffff", // a length beyond the end
                "01fffffffe", // a negative length
                "01ffffffff" // no topic
            })
    void refuses_bytes_of_no_leaf(String hex) {
        // Given
        byte[] bytes = HexFormat.of().parseHex(hex);

        // Then
        assertThatIllegalArgumentException().isThrownBy(() -> Leaf.read(bytes));
    }

    @Test
    void refuses_bytes_behind_the_leaf() {
        // Given
        byte[] whole = Leaves.request().bytes();
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);

        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Leaf.read(longer))
                .withMessage("1 bytes follow the leaf");
    }
}
