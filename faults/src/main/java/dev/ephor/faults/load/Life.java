package dev.ephor.faults.load;

import dev.ephor.faults.load.Asking.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One person's dealings with one group, one after the other: windows that are brief or lasting,
 * back to back, extended, given back, taken away, planned ahead, or asked for twice over.
 */
final class Life implements Runnable {
    /** Who lives it, and by whose leave it may be taken away. */
    record Who(String group, String principal, String token, String adminToken) {}

    private final Who who;
    private final Asking asking;
    private final Moments moments;
    private final RandomGenerator random;

    Life(Who who, Asking asking, Moments moments, RandomGenerator random) {
        this.who = who;
        this.asking = asking;
        this.moments = moments;
        this.random = random;
    }

    @Override
    public void run() {
        try {
            moments.calledOffWithin(millis(0, 3_000));
            while (!moments.isCalledOff()) {
                liveOn();
                moments.pause(millis(100, 1_500));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void liveOn() throws InterruptedException {
        switch (random.nextInt(8)) {
            case 0 -> once(in(1_500, 5_000));
            case 1 -> once(in(12_000, 25_000));
            case 2 -> backToBack();
            case 3 -> extended();
            case 4 -> cut("selfDeactivate", who.token());
            case 5 -> cut("adminRemove", who.adminToken());
            case 6 -> plannedAhead();
            default -> twiceOver();
        }
    }

    private void once(Instant end) throws InterruptedException {
        activate(end);
        moments.until(end.plus(millis(0, 800)));
    }

    private void backToBack() throws InterruptedException {
        Instant first = in(2_000, 5_000);
        activate(first);
        moments.until(first);
        once(in(2_000, 5_000));
    }

    private void extended() throws InterruptedException {
        Instant first = in(5_000, 8_000);
        Told told = activate(first);
        moments.pause(millis(500, 2_500));
        Instant later = first.plus(millis(3_000, 6_000));
        if (told.isYes()) {
            asking.ask(wish("selfExtend", who.token(), first, false, later));
        }
        moments.until(later.plus(millis(0, 800)));
    }

    private void cut(String how, String by) throws InterruptedException {
        activate(in(40_000, 60_000));
        moments.pause(millis(500, 7_000));
        asking.ask(Wish.ending(how, by, who));
    }

    private void plannedAhead() throws InterruptedException {
        Instant start = in(3_000, 5_000);
        Instant end = start.plus(millis(2_000, 8_000));
        asking.ask(wish("selfActivate", who.token(), start, true, end));
        moments.until(end.plus(millis(0, 800)));
    }

    /** An admin assigns what was activated already, for longer. */
    private void twiceOver() throws InterruptedException {
        Instant first = in(3_000, 6_000);
        activate(first);
        Instant later = first.plus(millis(2_000, 4_000));
        asking.ask(
                new Wish(
                        "adminAssign",
                        who.adminToken(),
                        who.group(),
                        who.principal(),
                        Optional.empty(),
                        false,
                        Optional.of(later)));
        moments.until(later.plus(millis(0, 800)));
    }

    private Told activate(Instant end) throws InterruptedException {
        return asking.ask(Wish.activation(who, end));
    }

    private Wish wish(String action, String by, Instant start, boolean announced, Instant end) {
        return new Wish(
                action,
                by,
                who.group(),
                who.principal(),
                Optional.of(start),
                announced,
                Optional.of(end));
    }

    private Instant in(int from, int to) {
        return Instant.now().plus(millis(from, to)).truncatedTo(ChronoUnit.MILLIS);
    }

    private Duration millis(int from, int to) {
        return Duration.ofMillis(random.nextInt(from, to));
    }
}
