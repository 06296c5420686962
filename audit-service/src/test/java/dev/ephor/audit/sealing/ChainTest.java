package dev.ephor.audit.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainTest {

    /** The leaves of the well-known Certificate Transparency tree. */
    @ParameterizedTest
    @CsvSource({
        "'',6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "00,96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "10,0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
        "2021,07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7",
        "3031,bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "40414243,4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658",
        "5051525354555657,b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
        "606162636465666768696a6b6c6d6e6f,"
                + "46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1"
    })
    void hashes_leaves_as_rfc_6962_does(String leaf, String expected) {
        // When
        Hash hash = Chain.leafHash(HexFormat.of().parseHex(leaf));

        // Then
        assertThat(hash).hasToString(expected);
    }

    @Test
    void seals_the_documented_example_with_the_hashes_that_another_program_computed() {
        // When
        Entry first = Head.EMPTY.seal(Leaves.request().bytes());
        Entry second = Head.EMPTY.after(first).seal(Leaves.garbage().bytes());

        // Then
        assertThat(first.previous())
                .isEqualTo(Chain.GENESIS)
                .hasToString("6510dbeb90185f76bd272676e92c21b432a5c808d19c9a7ac8b8dde9fc1a6761");
        assertThat(first.leafHash())
                .hasToString("40389bdeed691bffd0e1cb7e944773d7aa73d94c7c15ef5c14b9d4746764e5b7");
        assertThat(first.hash())
                .hasToString("3c005df0970b5a70d0481cd9414b4b4886576c66f2a554bd0d7663e707133b26");
        assertThat(second.leafHash())
                .hasToString("54a574b4e061637e6194d2539552c14647d9e1d32db39c6c7849dc3e596ba80b");
        assertThat(second.hash())
                .hasToString("ee23a948e267c86ec518260568183f332a3ba2ed90a53557ed0a8426be5caa5d");
    }

    @Test
    void counts_from_zero_and_hangs_each_entry_on_the_one_before() {
        // When
        Entry first = Head.EMPTY.seal(new byte[] {1});
        Head head = Head.EMPTY.after(first);
        Entry second = head.seal(new byte[] {2});

        // Then
        assertThat(first.sequence()).isZero();
        assertThat(head).isEqualTo(new Head(1, first.hash()));
        assertThat(second.sequence()).isEqualTo(1);
        assertThat(second.previous()).isEqualTo(first.hash());
    }
}
