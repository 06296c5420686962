package dev.ephor.quickstart.bench;

import dev.ephor.quickstart.app.AppEffect;
import dev.ephor.quickstart.app.ScimApplication;
import dev.ephor.quickstart.entra.DirectoryEffect;
import dev.ephor.quickstart.entra.EntraEmulator;
import dev.ephor.quickstart.http.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** When the last member left, by the journals of directory and applications. */
final class Departures {
    private final EntraEmulator directory;
    private final List<ScimApplication> applications;
    private final long directorySeen;
    private final List<Long> applicationsSeen;

    /** Looks at what comes from now on. */
    Departures(EntraEmulator directory, List<ScimApplication> applications) {
        this.directory = directory;
        this.applications = applications;
        this.directorySeen = directory.journal().size();
        this.applicationsSeen = applications.stream().map(a -> a.journal().size()).toList();
    }

    /** How many left: directory and applications together. */
    int count() {
        return fromDirectory().size() + fromApplications().size();
    }

    long lastNanosAtDirectory() {
        return last(fromDirectory());
    }

    long lastNanosAtApplications() {
        return last(fromApplications());
    }

    private List<Long> fromDirectory() {
        return times(
                directory.journal(),
                directorySeen,
                e -> e.change() == DirectoryEffect.Change.REMOVE);
    }

    private List<Long> fromApplications() {
        var all = new ArrayList<Long>();
        for (int i = 0; i < applications.size(); i++) {
            all.addAll(
                    times(
                            applications.get(i).journal(),
                            applicationsSeen.get(i),
                            e -> e.change() == AppEffect.Change.MEMBER_REMOVED));
        }
        return all;
    }

    private static <E> List<Long> times(Journal<E> journal, long seen, Predicate<E> wanted) {
        return journal.after(seen).stream()
                .filter(entry -> wanted.test(entry.effect()))
                .map(Journal.Entry::nanoTime)
                .toList();
    }

    private static long last(List<Long> times) {
        return times.stream().mapToLong(Long::longValue).max().orElse(Long.MAX_VALUE);
    }
}
