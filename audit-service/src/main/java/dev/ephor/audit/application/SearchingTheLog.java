package dev.ephor.audit.application;

import dev.ephor.audit.application.FindFiled.Found;
import dev.ephor.audit.application.Search.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;

/** Finds entries by what they say. */
@ApplicationScoped
public class SearchingTheLog {
    private final FindFiled entries;
    private final Lines lines;

    SearchingTheLog(FindFiled entries, Lines lines) {
        this.entries = entries;
        this.lines = lines;
    }

    /** A line, and where it stands in the order of the search. */
    public record Hit(Position position, Line line) {}

    /** In the order that the search wants. */
    public List<Hit> matching(Search search) {
        return entries.matching(search).stream().map(this::hit).toList();
    }

    /**
     * Goes through all that match, however many there are; the search's limit is what is read at
     * once.
     */
    public void each(Search search, Consumer<Line> visitor) {
        List<Hit> page = matching(search);
        page.forEach(hit -> visitor.accept(hit.line()));
        while (page.size() == search.limit()) {
            page = matching(search.behind(page.getLast().position()));
            page.forEach(hit -> visitor.accept(hit.line()));
        }
    }

    private Hit hit(Found found) {
        return new Hit(found.position(), lines.of(found.entry()));
    }
}
