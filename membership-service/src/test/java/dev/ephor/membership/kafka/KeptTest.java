package dev.ephor.membership.kafka;

import static dev.ephor.membership.domain.Facts.KEY;
import static dev.ephor.membership.domain.Facts.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Access;
import dev.ephor.events.Change;
import dev.ephor.events.Envelope;
import dev.ephor.events.EventCodec;
import dev.ephor.events.MembershipEvent;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.ActivationRevoked;
import dev.ephor.events.MembershipEvent.MembershipStuck;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.WrittenEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeptTest {
    private static final String ID = "5c7e19d4-3333-4333-8333-000000000901";
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b9c7c989f97918e1-01";
    private static final MembershipKey REAL =
            new MembershipKey(
                    "7d1c0a52-0000-4000-8000-00000000a001",
                    "3f0e7c11-2222-4222-8222-000000000601",
                    "b4a1d5e0-1111-4111-8111-000000000101",
                    Access.OWNER);

    @Test
    void says_again_what_was_said_byte_for_byte() {
        var events =
                List.of(
                        new WindowOpened(REAL, ID, 7, at(0), at(60).plusMillis(4)),
                        new ActivationGranted(REAL, ID, 300, at(60), at(1).plusNanos(1_000)),
                        new ActivationExpired(REAL, ID, 8, at(60), at(60), true),
                        new ActivationExpired(KEY, "a", 1, at(60), at(60), false),
                        new ActivationRevoked(
                                REAL, ID, 9, "a \"b\" \\", "Über\n\"\" 🙂", at(2), true),
                        new MembershipStuck(REAL, ID, 9, Change.WITHDRAW, 3, null, at(3)));

        assertThat(events).allSatisfy(KeptTest::isSaidAgain);
    }

    private static void isSaidAgain(MembershipEvent event) {
        WrittenEvent said = written(event);

        WrittenEvent again = Kept.of(event.key(), said).said(event.key());

        assertThat(again).usingRecursiveComparison().isEqualTo(said);
    }

    @Test
    void says_again_what_has_more_words_than_there_are_numbers() {
        var reason = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            reason.append('"').append(new UUID(1, i % 300));
        }

        isSaidAgain(new ActivationRevoked(REAL, ID, 9, "dana", reason.toString(), at(2), true));
    }

    @Test
    void keeps_an_event_in_few_bytes() {
        WrittenEvent said = written(new WindowOpened(REAL, ID, 7, at(0), at(60)));

        Kept kept = Kept.of(REAL, said);

        assertThat(kept.rest().length * 3)
                .isLessThan(said.json().length + ID.length() + TRACE.length());
    }

    private static WrittenEvent written(MembershipEvent event) {
        String id = UUID.nameUUIDFromBytes("said".getBytes(StandardCharsets.UTF_8)).toString();
        return EventCodec.write(new Envelope<>(id, Saying.SOURCE, at(1), ID, null, TRACE, event));
    }
}
