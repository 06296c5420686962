package dev.ephor.benchmarks.targets;

import dev.ephor.benchmarks.Pause;
import dev.ephor.events.Event;
import dev.ephor.quickstart.app.AppEffect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says changes at their times, whatever becomes of the earlier ones, and clocks each. */
final class Run {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LEAD = Duration.ofMillis(200);

    private final Delivery delivery;

    Run(Delivery delivery) {
        this.delivery = delivery;
    }

    /** Evenly spread, one group after the other in turn. */
    static List<Change> steady(int groups, int fromGroup, int perSecond, int count) {
        return changes(count, i -> new Change(fromGroup + i % groups, i, true, at(i, perSecond)));
    }

    /** All at once. */
    static List<Change> atOnce(int group, int count, boolean grants) {
        return changes(count, i -> new Change(group, i, grants, Duration.ZERO));
    }

    private static List<Change> changes(int count, Function<Integer, Change> change) {
        return IntStream.range(0, count).boxed().map(change).toList();
    }

    private static Duration at(int i, int perSecond) {
        return Duration.ofNanos(i * 1_000_000_000L / perSecond);
    }

    Row of(String what, List<Change> changes) throws InterruptedException {
        return of(what, changes, List.of());
    }

    /**
     * @param beside changes that are said along with the others and not measured
     */
    Row of(String what, List<Change> changes, List<Change> beside) throws InterruptedException {
        var confirmations = new Confirmations(changes);
        delivery.listen(confirmations);
        Row.Calls before = Row.Calls.of(delivery.app());
        long journal = delivery.app().journal().size();
        Instant start = Instant.now().plus(LEAD);
        Thread other =
                Thread.ofVirtual().start(() -> say(beside, new Confirmations(beside), start));
        say(changes, confirmations, start);
        other.join();
        confirmations.awaitAll(PATIENCE);
        return new Row(
                what,
                changes.size(),
                confirmations.millis(),
                confirmations.afterTheLast(),
                Row.Calls.of(delivery.app()).since(before),
                confirmations.retried(),
                confirmations.missing(),
                wrong(changes, journal));
    }

    private void say(List<Change> changes, Confirmations confirmations, Instant start) {
        try {
            for (Change change : changes) {
                Pause.until(start.plus(change.after()));
                confirmations.said(change);
                change.events().forEach(event -> say(change, event));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(Change change, Event event) {
        String id = change.story() + "-" + event.getClass().getSimpleName();
        delivery.line().say(id, change.story(), event);
    }

    /** The referee: each change is in the application's journal once. */
    private int wrong(List<Change> changes, long journal) {
        Map<String, Long> done =
                delivery.app().journal().after(journal).stream()
                        .map(entry -> entry.effect())
                        .collect(Collectors.groupingBy(Run::text, Collectors.counting()));
        return (int)
                changes.stream().filter(change -> done.getOrDefault(text(change), 0L) != 1).count();
    }

    private static String text(AppEffect effect) {
        return effect.change() + " " + effect.group() + " " + effect.externalId();
    }

    private static String text(Change change) {
        var effect =
                change.grants() ? AppEffect.Change.MEMBER_ADDED : AppEffect.Change.MEMBER_REMOVED;
        return effect + " " + People.groupName(change.group()) + " " + People.id(change.person());
    }
}
