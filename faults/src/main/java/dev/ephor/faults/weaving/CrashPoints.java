package dev.ephor.faults.weaving;

import dev.ephor.faults.weaving.Alteration.Halt;
import java.util.List;
import java.util.Optional;

/**
 * Places between two steps at which a process can be let die, in the order of an activation's way.
 */
public final class CrashPoints {
    /**
     * A process that can be let die somewhere.
     *
     * @param service such as {@code membership-service}
     */
    public record CrashPoint(String service, String name, Halt halt) {
        /** As the agent knows it. */
        public String id() {
            return service + "/" + name;
        }
    }

    private static final String REQUEST = "request-service";
    private static final String APPROVAL = "approval-service";
    private static final String MEMBERSHIP = "membership-service";
    private static final String PROVISIONING = "provisioning-service";
    private static final String AUDIT = "audit-service";

    private static final String OUTBOX = "kit.journal.Outbox";
    private static final String LOOP = "kit.inbox.ConsumerLoop";
    private static final String BOOKS = "membership.kafka.Books";
    private static final String RECORDING = "provisioning.application.RecordingOutcomes";

    private static final List<CrashPoint> ALL =
            List.of(
                    after(
                            REQUEST,
                            "said-not-committed",
                            "kit.journal.Journal",
                            "appendAll",
                            "appendRaw"),
                    before(REQUEST, "committed-not-sent", OUTBOX, "publish", "send"),
                    after(REQUEST, "sent-not-acknowledged", OUTBOX, "publish", "send"),
                    before(
                            REQUEST,
                            "acknowledged-not-marked",
                            OUTBOX,
                            "markPublished",
                            "executeUpdate"),
                    after(REQUEST, "marked", OUTBOX, "markPublished", "executeUpdate"),
                    before(APPROVAL, "heard-not-handled", LOOP, "poll", "handle"),
                    after(
                            APPROVAL,
                            "handled-not-committed",
                            "kit.inbox.EventTransaction",
                            "handleAll",
                            "acceptAll"),
                    before(APPROVAL, "committed-offset-not", LOOP, "poll", "commitAsync"),
                    before(APPROVAL, "approved-not-sent", OUTBOX, "publish", "send"),
                    before(MEMBERSHIP, "decided-not-written", BOOKS, "turn", "write"),
                    before(MEMBERSHIP, "written-not-said", BOOKS, "turn", "say"),
                    after(MEMBERSHIP, "said-directory-not-asked", BOOKS, "turn", "say"),
                    before(
                            MEMBERSHIP,
                            "before-the-directory-call",
                            "membership.application.Telling",
                            "send",
                            "call"),
                    after(
                            MEMBERSHIP,
                            "after-the-directory-call",
                            "membership.application.Telling",
                            "send",
                            "call"),
                    before(
                            MEMBERSHIP,
                            "read-back-not-told",
                            "membership.application.DirectoryCall",
                            "seen",
                            "tell"),
                    after(
                            MEMBERSHIP,
                            "told-not-acknowledged",
                            "membership.kafka.ObservationSender",
                            "tell",
                            "send"),
                    before(
                            MEMBERSHIP,
                            "due-not-fired",
                            "membership.kafka.MembershipProcessor",
                            "fire",
                            "turn"),
                    before(PROVISIONING, "heard-not-wanted", LOOP, "poll", "handle"),
                    before(
                            PROVISIONING,
                            "before-the-target-call",
                            "provisioning.delivering.Delivering",
                            "attempt",
                            "tell"),
                    after(
                            PROVISIONING,
                            "after-the-target-call",
                            "provisioning.delivering.Delivering",
                            "attempt",
                            "tell"),
                    before(PROVISIONING, "recorded-not-said", RECORDING, "record", "appendAll"),
                    after(PROVISIONING, "outcome-not-committed", RECORDING, "record", "appendAll"),
                    before(AUDIT, "heard-not-sealed", LOOP, "poll", "handle"),
                    before(AUDIT, "sealed-offset-not", LOOP, "poll", "commitAsync"),
                    before(AUDIT, "sealed-not-published", OUTBOX, "publish", "send"),
                    before(
                            AUDIT,
                            "published-not-marked",
                            OUTBOX,
                            "markPublished",
                            "executeUpdate"));

    private CrashPoints() {}

    public static List<CrashPoint> all() {
        return ALL;
    }

    /** Public, because the agent and what the services' classes call have loaders of their own. */
    public static Optional<Alteration> named(String id) {
        return find(id).map(CrashPoint::halt);
    }

    /** By its id. */
    public static CrashPoint of(String id) {
        return find(id).orElseThrow(
                        () -> new IllegalArgumentException("no crash point is called " + id));
    }

    private static Optional<CrashPoint> find(String id) {
        return ALL.stream().filter(point -> point.id().equals(id)).findFirst();
    }

    private static CrashPoint before(
            String service, String name, String type, String method, String call) {
        return new CrashPoint(service, name, new Halt(Where.of(type, method, call), true));
    }

    private static CrashPoint after(
            String service, String name, String type, String method, String call) {
        return new CrashPoint(service, name, new Halt(Where.of(type, method, call), false));
    }
}
