package dev.ephor.membership.application;

import dev.ephor.kit.time.ClockJumps;
import dev.ephor.kit.time.GuardedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compares the clock with that of others now and then, calls for help where one of the two is off,
 * and has begun anew what a clock that was set back would stop. Driven by one thread.
 */
public final class ClockWatch {
    private static final Logger LOG = Logger.getLogger(ClockWatch.class);
    private static final int LOOKS_PER_COMPARISON = 5;

    /** How long the windows wait for a first comparison; then a wrong clock is the lesser evil. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final GuardedClock clock;
    private final ClockJumps jumps;
    private final Supplier<Instant> others;
    private final Runnable beginAnew;
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile long waitedFor = PATIENCE.toNanos();
    private int looks;
    private boolean hostIsOff;
    private boolean othersAreOff;
    private boolean alone;

    /**
     * @param others asks another host what time it is; throws where that is not told, and an {@link
     *     UnsupportedOperationException} where it never will be
     * @param beginAnew called when the clock was set back further than {@link GuardedClock#BOUND}
     */
    public ClockWatch(
            GuardedClock clock, ClockJumps jumps, Supplier<Instant> others, Runnable beginAnew) {
        this.clock = clock;
        this.jumps = jumps;
        this.others = others;
        this.beginAnew = beginAnew;
    }

    /** Looks once; called every second. Blocks for as long as the others are asked. */
    public void look() {
        Duration jump = jumps.look();
        if (jump.isNegative() && GuardedClock.isBeyond(jump)) {
            LOG.errorf("The clock of this host was set back by %s", jump.negated());
            beginAnew.run();
        }
        if (settled.getCount() > 0 || looks % LOOKS_PER_COMPARISON == 0) {
            compare();
        }
        looks++;
        hostIsOff = call("this host", clock.skew(), hostIsOff);
        othersAreOff = call("Kafka's quorum", clock.otherSkew(), othersAreOff);
    }

    /**
     * Waits this long, or until the clock was compared; returns whether to go on. Whoever has
     * waited for five seconds in all goes on without.
     */
    public boolean isSettledWithin(Duration wait) throws InterruptedException {
        if (settled.await(Math.min(wait.toNanos(), waitedFor), TimeUnit.NANOSECONDS)) {
            return true;
        }
        waitedFor = Math.max(0, waitedFor - wait.toNanos());
        return waitedFor == 0;
    }

    private void compare() {
        try {
            boolean told = clock.compare(others);
            if (!told) {
                // The first answer may be slow because a connection is made.
                told = clock.compare(others);
            }
            if (told) {
                settled.countDown();
                alone = false;
            }
        } catch (UnsupportedOperationException e) {
            goAlone(e);
            settled.countDown();
        } catch (RuntimeException e) {
            goAlone(e);
        }
    }

    private void goAlone(RuntimeException why) {
        if (!alone) {
            LOG.warnf("The clock of this host is compared with no other: %s", why.getMessage());
        }
        alone = true;
    }

    /** Says so when it begins, and when it is over. */
    private static boolean call(String whose, @Nullable Duration skew, boolean before) {
        boolean off = skew != null && GuardedClock.isBeyond(skew);
        if (off && !before) {
            LOG.errorf("The clock of %s is off by %s, and not believed: set it right", whose, skew);
        } else if (before && !off) {
            LOG.infof("The clock of %s is right again", whose);
        }
        return off;
    }
}
