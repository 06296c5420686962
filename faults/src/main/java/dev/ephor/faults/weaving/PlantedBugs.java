package dev.ephor.faults.weaving;

import dev.ephor.faults.weaving.Alteration.Distort;
import dev.ephor.faults.weaving.Alteration.FirstArgument;
import dev.ephor.faults.weaving.Alteration.Instead;
import dev.ephor.faults.weaving.Alteration.Precede;
import dev.ephor.faults.weaving.Alteration.Skip;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Bugs that others had, or that are easily made; each has to turn the suite red. */
public final class PlantedBugs {
    private static final Map<String, Alteration> ALL = new LinkedHashMap<>();

    static {
        // An event is taken for handled before it is: what is in between is lost.
        ALL.put(
                "acknowledges-before-handling",
                new Precede(
                        Where.of("kit.inbox.ConsumerLoop", "poll", "handle"),
                        "org.apache.kafka.clients.consumer.KafkaConsumer",
                        "commitSync"));
        // The journal says "published" before the broker has it.
        ALL.put(
                "acknowledges-before-flush",
                new Skip(Where.of("kit.journal.Outbox", "publish", "awaitAll")));
        // An approval that was dealt with counts as news when it comes again.
        ALL.put(
                "no-fencing",
                new Distort(
                        Where.of("membership.domain.MembershipDecider", "approved", "isKnown"),
                        "no",
                        false));
        // What failed at a target is not queued again.
        ALL.put(
                "queue-drops-what-failed",
                new Distort(
                        Where.of("provisioning.delivering.Lane", "run", "delivered"),
                        "nothing",
                        false));
        // What failed at the directory is done with.
        ALL.put(
                "no-retry-on-conflict",
                new Instead(
                        Where.of("membership.application.DirectoryCall", "delay", "delay"),
                        "finish"));
        // Whatever Streams does, the service is ready.
        ALL.put(
                "running-is-ready",
                new Distort(
                        Where.of("membership.kafka.StreamsReadiness", "call", "status"),
                        "yes",
                        true));
        // After a restart nobody remembers what the directory has not confirmed.
        ALL.put(
                "retries-in-memory-only",
                new Skip(Where.of("membership.kafka.Resuming", "takeUp", "ifPresent")));
        // The directory acts, and the log hears of it later or never.
        ALL.put(
                "audit-after-effect",
                new Distort(
                        Where.of("membership.kafka.Books", "turn", "say"), "withoutOpened", true));
        // An earlier deadline does not move the mark from which deadlines are looked for.
        ALL.put(
                "mark-never-moves-back",
                new FirstArgument(Where.of("membership.kafka.Deadlines", "put", "min")));
    }

    private PlantedBugs() {}

    public static Map<String, Alteration> all() {
        return ALL;
    }

    /** Public, because the agent and what the services' classes call have loaders of their own. */
    public static Optional<Alteration> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }
}
