package dev.ephor.membership.kafka;

import dev.ephor.events.MembershipKey;
import dev.ephor.events.WrittenEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * An event that was said and is kept to be said again, in few bytes. They are carried along as they
 * are while the state changes, and read after a crash alone.
 *
 * @param rest what its state does not tell, apart from these two
 */
record Kept(String id, Instant time, byte[] rest) {

    /**
     * @param said by this service
     */
    static Kept of(MembershipKey key, WrittenEvent said) {
        try (var out = StateOutput.about(key)) {
            out.text(said.type());
            out.text(said.correlationId());
            out.maybeText(said.causationId());
            out.maybeText(said.traceparent());
            out.json(said.json());
            return new Kept(said.id(), said.time(), out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it was said. */
    WrittenEvent said(MembershipKey key) {
        try (var in = new StateInput(key, rest, 0)) {
            return new WrittenEvent(
                    id,
                    Saying.SOURCE,
                    in.text(),
                    time,
                    key.toString(),
                    in.text(),
                    in.maybeText(),
                    in.maybeText(),
                    in.json());
        } catch (IOException e) {
            throw new UncheckedIOException("what was said cannot be read: " + key, e);
        }
    }
}
