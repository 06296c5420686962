package dev.ephor.testing.whole;

import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.Person;
import dev.ephor.quickstart.world.World;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Beside the scenario's people: one for each test, and groups of which nobody is eligible. */
final class SdkWorld {
    /** Asks for MFA, a justification, a ticket and Approver B. */
    static final ManagedGroup STRICT =
            new ManagedGroup(
                    "3f0e7c11-2222-4222-8222-000000000701",
                    "App1 Owners",
                    World.GROUP_Y.policy(),
                    List.of());

    /** Asks for MFA and a justification. */
    static final ManagedGroup EASY =
            new ManagedGroup(
                    "3f0e7c11-2222-4222-8222-000000000702",
                    "App1 Readers",
                    World.GROUP_Z.policy(),
                    List.of());

    /** Its policy is changed by a test. */
    static final ManagedGroup CHANGING =
            new ManagedGroup(
                    "3f0e7c11-2222-4222-8222-000000000703",
                    "App1 Testers",
                    World.GROUP_Z.policy(),
                    List.of());

    /** Asks Approver B first, and then the admin. */
    static final ManagedGroup TWICE =
            new ManagedGroup(
                    "3f0e7c11-2222-4222-8222-000000000704",
                    "App1 Auditors",
                    "{ maximumDuration: PT2H, approval: { stages: [{ approvers: [\"%s\"] }, { approvers: [\"%s\"] }] } }"
                            .formatted(World.APPROVER_B.id(), World.ADMIN.id()),
                    List.of());

    /** Nobody holds it beside the readers. */
    static final ManagedGroup APART =
            new ManagedGroup(
                    "3f0e7c11-2222-4222-8222-000000000705",
                    "App1 Writers",
                    "{ maximumDuration: PT2H, incompatible: [{ group: %s, reason: Who reads does not write. }] }"
                            .formatted(EASY.id()),
                    List.of());

    /** By the file. */
    static final Person DECLARED_FOR = person(99);

    static final ManagedGroup DECLARED =
            new ManagedGroup(
                    "3f0e7c11-2222-4222-8222-000000000706",
                    "App1 Reporters",
                    World.GROUP_Z.policy(),
                    List.of(DECLARED_FOR));

    private static final List<Person> PEOPLE =
            IntStream.range(0, 90).mapToObj(SdkWorld::person).toList();
    private static final List<ManagedGroup> GROUPS =
            IntStream.range(0, 12).mapToObj(SdkWorld::group).toList();
    private static final AtomicInteger TAKEN = new AtomicInteger();
    private static final AtomicInteger GROUPS_TAKEN = new AtomicInteger();

    private SdkWorld() {}

    static World world() {
        var groups = Stream.of(STRICT, EASY, CHANGING, TWICE, APART, DECLARED);
        var people = Stream.concat(Stream.of(DECLARED_FOR), PEOPLE.stream()).toList();
        return new World(people, Stream.concat(groups, GROUPS.stream()).toList());
    }

    /** Of whom no other test knows. */
    static Person someone() {
        return PEOPLE.get(TAKEN.getAndIncrement());
    }

    /** Of which no other test knows; it asks for MFA and a justification. */
    static ManagedGroup somewhere() {
        return GROUPS.get(GROUPS_TAKEN.getAndIncrement());
    }

    private static ManagedGroup group(int number) {
        String id = "3f0e7c11-2222-4222-8222-%012d".formatted(720 + number);
        return new ManagedGroup(id, "App1 Group " + number, World.GROUP_Z.policy(), List.of());
    }

    private static Person person(int number) {
        String id = "b4a1d5e0-1111-4111-8111-%012d".formatted(500 + number);
        return new Person("sdk-" + number, id, "Sdk", String.valueOf(number), List.of());
    }
}
