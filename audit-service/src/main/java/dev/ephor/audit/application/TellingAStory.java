package dev.ephor.audit.application;

import dev.ephor.audit.application.ReadEvent.Reading;
import dev.ephor.audit.domain.Story;
import dev.ephor.audit.sealing.Entry;
import dev.ephor.audit.sealing.Leaf;
import dev.ephor.events.Event;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what became of one activation, from the log alone. */
@ApplicationScoped
public class TellingAStory {
    private final FindEntries entries;
    private final ReadEvent events;
    private final Lines lines;

    TellingAStory(FindEntries entries, ReadEvent events, Lines lines) {
        this.entries = entries;
        this.events = events;
        this.lines = lines;
    }

    /**
     * @param entries by time and, at one time, sequence
     */
    public record Told(String activation, Story story, List<Line> entries) {}

    /** Empty when the log has no entry of that activation. */
    public Optional<Told> of(String activation) {
        List<Entry> found = entries.ofActivation(activation);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<Event> told = found.stream().flatMap(this::event).toList();
        return Optional.of(
                new Told(activation, Story.of(told), found.stream().map(lines::of).toList()));
    }

    /** A damaged or unreadable entry is shown and tells nothing. */
    private Stream<Event> event(Entry entry) {
        try {
            return events.read(Leaf.read(entry.leaf())) instanceof Reading.Known known
                    ? Stream.of(known.event().data())
                    : Stream.empty();
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }
}
