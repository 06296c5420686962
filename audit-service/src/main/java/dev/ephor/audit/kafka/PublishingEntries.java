package dev.ephor.audit.kafka;

import dev.ephor.audit.application.Lines;
import dev.ephor.audit.application.LogFollower;
import dev.ephor.audit.sealing.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells the world of every entry, in sequence. */
@ApplicationScoped
class PublishingEntries implements LogFollower {
    private final Lines lines;
    private final AuditRecords records;
    private final Publisher publisher;

    PublishingEntries(Lines lines, AuditRecords records, Publisher publisher) {
        this.lines = lines;
        this.records = records;
        this.publisher = publisher;
    }

    @Override
    public String name() {
        return "publishing";
    }

    @Override
    public void take(List<Entry> entries) {
        publisher.publish(entries.stream().map(lines::of).map(records::of).toList());
    }
}
