package dev.ephor.provisioning.delivering;

import dev.ephor.provisioning.application.Attempt;
import dev.ephor.provisioning.application.DueDelivery;
import dev.ephor.provisioning.application.Verdict;
import java.time.Instant;
import java.util.List;

/**
 * What came of a batch.
 *
 * @param attempts what is to be recorded
 * @param later what is to be tried again without a word about it
 * @param heard what the target was heard to say, recorded or not
 */
record Round(List<Attempt> attempts, List<DueDelivery> later, List<Verdict> heard) {

    static Round later(List<DueDelivery> batch, Instant until) {
        return new Round(List.of(), batch.stream().map(d -> d.dueAt(until)).toList(), List.of());
    }
}
