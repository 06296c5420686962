package dev.ephor.provisioning.application;

import dev.ephor.events.MembershipKey;
import dev.ephor.kit.journal.Journal;
import dev.ephor.provisioning.domain.Drift;
import dev.ephor.provisioning.domain.Provisioner;
import dev.ephor.provisioning.domain.ProvisioningCommand;
import dev.ephor.provisioning.domain.ProvisioningCommand.Accept;
import dev.ephor.provisioning.domain.ProvisioningCommand.Stop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** What a person says about drift at a target. */
@ApplicationScoped
public class HandlingDrift {
    private final Provisionings provisionings;
    private final Provisioner provisioner;
    private final Journal journal;
    private final Clock clock;

    HandlingDrift(
            Provisionings provisionings, Provisioner provisioner, Journal journal, Clock clock) {
        this.provisionings = provisionings;
        this.provisioner = provisioner;
        this.journal = journal;
        this.clock = clock;
    }

    /** What became of it. */
    public enum Result {
        DONE,
        /** There is no such drift. */
        UNKNOWN,
        /** It is not, or no longer, a drift of which that can be said. */
        NOT_SO
    }

    /**
     * Who says why, and of what.
     *
     * @param reason one sentence, for the log
     */
    public record Word(MembershipKey key, String target, String by, String reason) {}

    /** Stops a revert before it begins. */
    @Transactional
    public Result stop(Word word) {
        var stop = new Stop(word.target(), word.by(), word.reason(), clock.instant());
        return say(word, stop, drift -> drift.due() != null);
    }

    /** Lets a membership stay that Ephor did not provision. */
    @Transactional
    public Result accept(Word word) {
        var accept = new Accept(word.target(), word.by(), word.reason(), clock.instant());
        return say(word, accept, Drift::isAcceptable);
    }

    private Result say(Word word, ProvisioningCommand command, Predicate<Drift> suits) {
        Provisioned before =
                Objects.requireNonNull(provisionings.lock(List.of(word.key())).get(word.key()));
        Drift drift = before.state().drift(word.target()).filter(Drift::isOpen).orElse(null);
        if (drift == null) {
            return Result.UNKNOWN;
        }
        if (!suits.test(drift)) {
            return Result.NOT_SO;
        }
        var saying = new Saying(provisioner);
        provisionings.save(List.of(saying.decide(command, before, null)));
        journal.appendAll(saying.entries());
        return Result.DONE;
    }
}
