package dev.ephor.audit.application;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.audit.application.Line.Kind;
import dev.ephor.audit.application.ReadEvent.Reading;
import dev.ephor.audit.sealing.Attributes;
import dev.ephor.audit.sealing.Entry;
import dev.ephor.audit.sealing.Leaf;
import dev.ephor.audit.sealing.Subject;
import dev.ephor.events.EventCodec;
import dev.ephor.events.Topic;
import dev.ephor.events.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes entries readable. */
@ApplicationScoped
public class Lines {
    /** Where the correlation id is that of an activation. */
    private static final Set<String> PASSED_BY_ACTIVATIONS =
            Stream.of(
                            Topics.REQUESTS,
                            Topics.APPROVALS,
                            Topics.MEMBERSHIPS,
                            Topics.OBSERVATIONS,
                            Topics.PROVISIONING)
                    .map(Topic::name)
                    .collect(Collectors.toUnmodifiableSet());

    private static final String UNKNOWN = "the type is not known to this version";

    private static final String REMOVED =
            "the leaf is not there: retention removed it, unless the check of the log says otherwise";

    private static final int LONGEST_PROBLEM = 500;

    private final ReadEvent events;

    Lines(ReadEvent events) {
        this.events = events;
    }

    /** An entry as it was stored; readable even when somebody damaged it. */
    public Line of(Entry entry) {
        if (entry.leaf().length == 0) {
            return line(entry, new Understood(Kind.REMOVED, REMOVED), null);
        }
        try {
            return of(entry, Leaf.read(entry.leaf()));
        } catch (IllegalArgumentException e) {
            return line(entry, new Understood(Kind.UNREADABLE, e.getMessage()), null);
        }
    }

    Line of(Entry entry, Leaf leaf) {
        return line(
                entry,
                switch (events.read(leaf)) {
                    case Reading.Known _ -> new Understood(Kind.EVENT, null);
                    case Reading.UnknownType _ -> new Understood(Kind.UNKNOWN_TYPE, UNKNOWN);
                    case Reading.Unreadable no -> new Understood(Kind.UNREADABLE, cut(no.why()));
                },
                leaf);
    }

    /** The reason may quote what came. */
    private static String cut(String why) {
        return why.length() <= LONGEST_PROBLEM ? why : why.substring(0, LONGEST_PROBLEM) + "...";
    }

    private record Understood(Kind kind, @Nullable String problem) {}

    private static Line line(Entry entry, Understood understood, @Nullable Leaf leaf) {
        return new Line(
                entry.sequence(),
                entry.leafHash().toString(),
                entry.previous().toString(),
                entry.hash().toString(),
                understood.kind(),
                understood.problem(),
                leaf == null ? null : source(leaf),
                leaf == null ? null : said(leaf),
                leaf == null ? null : about(leaf),
                leaf == null ? null : data(leaf),
                understood.kind() == Kind.REMOVED
                        ? null
                        : Base64.getEncoder().encodeToString(entry.leaf()));
    }

    private static Line.Source source(Leaf leaf) {
        Instant written = leaf.timestamp() < 0 ? null : Instant.ofEpochMilli(leaf.timestamp());
        return new Line.Source(leaf.topic(), leaf.partition(), leaf.offset(), written);
    }

    private static Line.Said said(Leaf leaf) {
        Attributes a = Attributes.of(leaf);
        return new Line.Said(
                a.id(), a.type(), a.source(), a.time(), a.correlationId(), a.causationId());
    }

    private static Line.About about(Leaf leaf) {
        Subject subject = Subject.of(leaf);
        boolean passed = PASSED_BY_ACTIVATIONS.contains(leaf.topic());
        return new Line.About(
                subject.tenant(),
                subject.group(),
                subject.principal(),
                subject.access(),
                passed ? Attributes.of(leaf).correlationId() : null);
    }

    private static @Nullable Object data(Leaf leaf) {
        byte[] value = leaf.value();
        try {
            // As a tree, which shows also the text that makes an event unreadable.
            JsonNode data = value == null ? null : EventCodec.json().readTree(value);
            return data == null || data.isMissingNode() || data.isNull() ? null : data;
        } catch (IOException e) {
            return null;
        }
    }
}
