package dev.ephor.request.mailing;

import dev.ephor.kit.time.DeterministicId;
import java.time.Instant;

/**
 * One mail to one address.
 *
 * @param id made of what is told and the address, so that nobody is told twice of the same
 * @param tries how often sending it failed
 */
public record Mail(String id, String to, Notice notice, Instant since, int tries) {

    static Mail of(String what, String to, Notice notice, Instant now) {
        return new Mail(DeterministicId.of(what, to), to, notice, now, 0);
    }
}
