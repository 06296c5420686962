package dev.ephor.request.application;

import dev.ephor.events.MembershipKey;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.time.Ids;
import dev.ephor.request.domain.EligibilityCommand.Pass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says that an eligibility ends soon, and that it ended. */
@ApplicationScoped
public class EndingEligibilities {
    private static final int BATCH = 100;

    private final SayingEligibility saying;
    private final KeepEligibilities eligibilities;
    private final Ids ids;

    EndingEligibilities(SayingEligibility saying, KeepEligibilities eligibilities, Ids ids) {
        this.saying = saying;
        this.eligibilities = eligibilities;
        this.ids = ids;
    }

    @Transactional
    public List<MembershipKey> due(Instant now) {
        return eligibilities.due(now, BATCH);
    }

    @Transactional
    public Optional<Instant> nextDue() {
        return eligibilities.nextDue();
    }

    /** One, in a transaction of its own, so that one that fails stops no other. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void pass(MembershipKey key, Instant now) {
        // What has passed is said before anything is decided, and here nothing else is.
        saying.decide(new Pass(key, now), new Cause(ids.next(), null, null, now));
    }
}
