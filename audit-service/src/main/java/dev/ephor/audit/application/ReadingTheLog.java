package dev.ephor.audit.application;

import dev.ephor.audit.sealing.Head;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Looks entries up. */
@ApplicationScoped
public class ReadingTheLog {
    private final FindEntries entries;
    private final Lines lines;

    ReadingTheLog(FindEntries entries, Lines lines) {
        this.entries = entries;
        this.lines = lines;
    }

    public Head head() {
        return entries.head();
    }

    /** A quick check of the end alone. */
    public boolean endsAsItsHeadSays() {
        return entries.endAsTheHeadSays();
    }

    public Optional<Line> at(long sequence) {
        return entries.bySequence(sequence).map(lines::of);
    }

    /** In the order of their sequence, from the one after this on. */
    public List<Line> behind(long sequence, int limit) {
        return entries.behind(sequence, limit).stream().map(lines::of).toList();
    }
}
