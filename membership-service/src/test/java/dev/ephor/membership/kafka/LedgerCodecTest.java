package dev.ephor.membership.kafka;

import static dev.ephor.membership.domain.Facts.KEY;
import static dev.ephor.membership.domain.Facts.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.events.ApprovalEvent.Tenure;
import dev.ephor.events.DriftEvent.Difference;
import dev.ephor.events.Envelope;
import dev.ephor.events.EventCodec;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.membership.domain.Confirmation;
import dev.ephor.membership.domain.Drift;
import dev.ephor.membership.domain.Found;
import dev.ephor.membership.domain.Grant;
import dev.ephor.membership.domain.Grants;
import dev.ephor.membership.domain.Past;
import dev.ephor.membership.domain.Past.Ended;
import dev.ephor.membership.domain.Past.GivenUp;
import dev.ephor.membership.domain.Wanted;
import dev.ephor.membership.kafka.Ledger.Origin;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerCodecTest {
    private static final String LONG =
            """
            AwAAAZyubFBgAAABnK6G3UAAAQAABwAAAAEAAAACw6QBAAAAAWUAAAAAaaV7wAAAAAAAAAAAaaWJ
            0AAAAAAAAAAAaaV7hAAAAAABAQEAAAAHUFQxSDMwTQEAAAAAaaXw8AAAAAAAAAAHR1JBTlRFRAAA
            AAEAAAADb2xkAAAAAGmleaQAAAAAAAAAAQAAAAVlYXJseQAAAARkYW5hAQAAAApOb3QgbmVlZGVk
            AAAAAGmleeAAAAAAAAAAAQAAAARsb3N0AAAAAABppXcQAAAAAQAAAAAAAAADAQEAAAAAaaV7wAAA
            AAABAAAAAsOkAAAAAAAAAAIAAAAEAQEAAAAAaaV8OAAAAAABAAAAAzUwMwEAAAAAaaV8dAAAAAAB
            AQAAAAFkAAAACFZBTklTSEVEAQAAAABppYLIAAAAAAAAAABppYBwAAAAAAAAAAhSRVBPUlRFRAAA
            AABppYCsAAAAAAAAAAEAAAACw6QAAAACZTEBAAAACzAwLWFiLWNkLTAxAAAAAQAAAAJpZAAAABpk
            ZXYuZXBob3Iud2luZG93Lm9wZW5lZC52MQAAAABppXv8AAAAAAAAAALDpAEAAAACZTEBAAAACzAw
            LWFiLWNkLTAxAAAArnsia2V5Ijp7InRlbmFudCI6ImFjbWUiLCJncm91cCI6ImFkbWlucyIsInBy
            aW5jaXBhbCI6ImRhbmEiLCJhY2Nlc3MiOiJtZW1iZXIifSwiYWN0aXZhdGlvbklkIjoiw6QiLCJn
            ZW5lcmF0aW9uIjozLCJzdGFydCI6IjIwMjYtMDMtMDJUMTI6MDA6MDBaIiwiZW5kIjoiMjAyNi0w
            My0wMlQxMzowMDowMFoifQ==
            """;

    @Test
    void reads_everything_that_it_wrote() {
        Ledger full = full();

        Ledger read = LedgerCodec.read(KEY, LedgerCodec.write(full));

        assertThat(read).usingRecursiveComparison().isEqualTo(full);
    }

    /** Somebody's windows were live when the service was updated. */
    @Test
    void reads_what_was_written_before_states_were_kept_short() {
        byte[] earlier = Base64.getMimeDecoder().decode(LONG);

        Ledger read = LedgerCodec.read(KEY, earlier);

        assertThat(read).usingRecursiveComparison().isEqualTo(full());
        assertThat(LedgerCodec.head(earlier))
                .isEqualTo(LedgerCodec.head(LedgerCodec.write(full())));
    }

    @Test
    void reads_what_lacks_everything_that_may_be_absent() {
        // Given
        Grant bare = new Grant("a", null, at(0), at(60), at(0), null, Grant.Stage.SCHEDULED);
        Grants none = Grants.none(KEY);
        var bareGrants =
                new Grants(
                        KEY,
                        List.of(bare),
                        none.past(),
                        none.wanted(),
                        none.confirmation(),
                        none.found());
        var ledger = new Ledger(bareGrants, Map.of("a", new Origin("e1", null)), List.of());

        // When
        Ledger read = LedgerCodec.read(KEY, LedgerCodec.write(ledger));

        // Then
        assertThat(read).isEqualTo(ledger);
    }

    @Test
    void tells_from_the_head_what_is_due_and_counted() {
        LedgerCodec.Head head = LedgerCodec.head(LedgerCodec.write(full()));

        assertThat(head.saidAt()).isEqualTo(at(1));
        assertThat(head.nextDue()).isEqualTo(at(30).toEpochMilli());
        assertThat(head.tally()).isEqualTo(LedgerCodec.tally(full().grants()));
    }

    @Test
    void refuses_a_state_that_breaks_off() {
        byte[] whole = LedgerCodec.write(full());

        assertThatThrownBy(() -> LedgerCodec.read(KEY, Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(KEY.toString());
    }

    @Test
    void refuses_a_state_of_another_version() {
        byte[] other = LedgerCodec.write(full());
        other[0]++;

        assertThatThrownBy(() -> LedgerCodec.read(KEY, other))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Ledger full() {
        var tenure = new Tenure(true, Duration.ofMinutes(90), at(500));
        var grant = new Grant("ä", "e", at(0), at(60), at(-1), tenure, Grant.Stage.GRANTED);
        var past =
                new Past(
                        List.of(new Ended("old", at(-9))),
                        List.of(new GivenUp("early", "dana", "Not needed", at(-8))),
                        List.of("lost"),
                        at(-20).plusNanos(1));
        var drift = new Drift("d", Difference.VANISHED, at(30), at(20), Drift.Stage.REPORTED);
        var grants =
                new Grants(
                        KEY,
                        List.of(grant),
                        past,
                        new Wanted(3, true, at(0), "ä"),
                        new Confirmation(2, 4, true, at(2), "503", at(3)),
                        new Found(true, drift, at(21)));
        return new Ledger(grants, Map.of("ä", new Origin("e1", "00-ab-cd-01")), List.of(said()));
    }

    private static Kept said() {
        var opened = new WindowOpened(KEY, "ä", 3, at(0), at(60));
        return Kept.of(
                KEY,
                EventCodec.write(
                        new Envelope<>(
                                "id", Saying.SOURCE, at(1), "ä", "e1", "00-ab-cd-01", opened)));
    }
}
