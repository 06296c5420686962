package dev.ephor.events;

import dev.ephor.events.Topic.Keeping;
import java.util.List;

/** Every topic of Ephor. Each is written by one service; see DESIGN section 4 for who reads it. */
public final class Topics {
    /**
     * Partitions of every topic that is keyed by membership, unless an operator makes the topics
     * with another number.
     */
    public static final int PARTITIONS = 12;

    public static final Topic<CatalogEvent> CATALOG =
            new Topic<>(
                    "ephor.catalog",
                    "request-service",
                    CatalogEvent.class,
                    1,
                    Keeping.NEWEST_OF_KEY);
    public static final Topic<EligibilityEvent> ELIGIBILITIES =
            keyed(
                    "ephor.eligibilities",
                    "request-service",
                    EligibilityEvent.class,
                    Keeping.FOREVER);
    public static final Topic<RequestEvent> REQUESTS =
            keyed("ephor.requests", "request-service", RequestEvent.class, Keeping.RETENTION);
    public static final Topic<ApprovalEvent> APPROVALS =
            keyed("ephor.approvals", "approval-service", ApprovalEvent.class, Keeping.RETENTION);
    public static final Topic<MembershipEvent> MEMBERSHIPS =
            keyed(
                    "ephor.memberships",
                    "membership-service",
                    MembershipEvent.class,
                    Keeping.RETENTION);
    public static final Topic<ObservationEvent> OBSERVATIONS =
            keyed(
                    "ephor.observations",
                    "membership-service",
                    ObservationEvent.class,
                    Keeping.RETENTION);
    public static final Topic<ProvisioningEvent> PROVISIONING =
            keyed(
                    "ephor.provisioning",
                    "provisioning-service",
                    ProvisioningEvent.class,
                    Keeping.RETENTION);
    public static final Topic<SignalEvent> SIGNALS =
            keyed("ephor.signals", "other systems", SignalEvent.class, Keeping.RETENTION);

    public static final Topic<ResponseEvent> RESPONSES =
            new Topic<>(
                    "ephor.responses",
                    "request-service",
                    ResponseEvent.class,
                    1,
                    Keeping.RETENTION);

    public static final Topic<OperationEvent> OPERATIONS =
            new Topic<>(
                    "ephor.operations",
                    "audit-service",
                    OperationEvent.class,
                    1,
                    Keeping.RETENTION);

    /** The sealed log: one partition, in sequence. Its records are the audit-service's own. */
    public static final Topic<byte[]> AUDIT =
            new Topic<>("ephor.audit", "audit-service", byte[].class, 1, Keeping.FOREVER);

    /** What the log says of its size and root, as signed notes (C2SP tlog-checkpoint). */
    public static final Topic<byte[]> AUDIT_CHECKPOINTS =
            new Topic<>(
                    "ephor.audit.checkpoints", "audit-service", byte[].class, 1, Keeping.FOREVER);

    /**
     * What could not be read or handled: the bytes as they came, with why and where from in the
     * headers.
     */
    public static final Topic<byte[]> DEAD_LETTERS =
            new Topic<>("ephor.dead-letters", "every consumer", byte[].class, 1, Keeping.FOREVER);

    /** Those whose records are {@link Event}s, in the order in which an activation passes them. */
    public static final List<Topic<? extends Event>> EVENTS =
            List.of(
                    CATALOG,
                    ELIGIBILITIES,
                    REQUESTS,
                    APPROVALS,
                    MEMBERSHIPS,
                    OBSERVATIONS,
                    PROVISIONING,
                    SIGNALS,
                    RESPONSES,
                    OPERATIONS);

    private Topics() {}

    /** The topic on which an event is said. */
    public static Topic<? extends Event> of(Event event) {
        return switch (event) {
            case CatalogEvent _ -> CATALOG;
            case EligibilityEvent _ -> ELIGIBILITIES;
            case RequestEvent _ -> REQUESTS;
            case ApprovalEvent _ -> APPROVALS;
            case MembershipEvent _ -> MEMBERSHIPS;
            case ObservationEvent _ -> OBSERVATIONS;
            case ProvisioningEvent _ -> PROVISIONING;
            case SignalEvent _ -> SIGNALS;
            case ResponseEvent _ -> RESPONSES;
            case OperationEvent _ -> OPERATIONS;
        };
    }

    /** Every topic, with the given number of partitions for those keyed by membership. */
    public static List<Topic<?>> all(int partitions) {
        var all = new java.util.ArrayList<Topic<?>>(EVENTS);
        all.add(AUDIT);
        all.add(AUDIT_CHECKPOINTS);
        all.add(DEAD_LETTERS);
        return all.stream().<Topic<?>>map(t -> t.withPartitions(partitions)).toList();
    }

    private static <E> Topic<E> keyed(
            String name, String writer, Class<E> events, Keeping keeping) {
        return new Topic<>(name, writer, events, PARTITIONS, keeping);
    }
}
