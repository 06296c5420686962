package dev.ephor.testing.whole;

import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.Person;
import dev.ephor.quickstart.world.World;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Beside the scenario's people: one for each test, and two groups of which nobody is eligible. */
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

    private static final List<Person> PEOPLE =
            IntStream.range(0, 20).mapToObj(SdkWorld::person).toList();
    private static final AtomicInteger TAKEN = new AtomicInteger();

    private SdkWorld() {}

    static World world() {
        return new World(PEOPLE, List.of(STRICT, EASY, CHANGING));
    }

    /** Of whom no other test knows. */
    static Person someone() {
        return PEOPLE.get(TAKEN.getAndIncrement());
    }

    private static Person person(int number) {
        String id = "b4a1d5e0-1111-4111-8111-%012d".formatted(500 + number);
        return new Person("sdk-" + number, id, "Sdk", String.valueOf(number), List.of());
    }
}
