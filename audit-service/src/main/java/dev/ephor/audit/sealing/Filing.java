package dev.ephor.audit.sealing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Under what an entry is found. All of it follows from the sealed bytes, so that an entry cannot be
 * hidden from a search without being found out.
 */
public record Filing(
        Instant time,
        @Nullable String type,
        @Nullable String tenant,
        @Nullable String group,
        @Nullable String principal,
        @Nullable String correlation,
        Mentions mentions) {

    /** That of an entry whose data says nothing. */
    public Filing(
            Instant time,
            @Nullable String type,
            @Nullable String tenant,
            @Nullable String group,
            @Nullable String principal,
            @Nullable String correlation) {
        this(time, type, tenant, group, principal, correlation, Mentions.NONE);
    }

    /** That of an entry which is not found at all. */
    public static final Filing NOTHING = new Filing(Instant.EPOCH, null, null, null, null, null);

    public static Filing of(Leaf leaf) {
        Attributes said = Attributes.of(leaf);
        Subject subject = Subject.of(leaf);
        return new Filing(
                said.time(),
                said.type(),
                subject.tenant(),
                subject.group(),
                subject.principal(),
                said.correlationId(),
                Mentions.of(leaf));
    }
}
