package dev.ephor.quickstart.bench;

import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.Person;
import dev.ephor.quickstart.world.World;
import java.util.List;
import java.util.stream.IntStream;

/** The people of the benchmark, and the groups that they activate without an approver. */
final class Crowd {
    private static final String POLICY =
            "{ maximumDuration: PT2H, defaultDuration: PT30M, mfa: { acr: \"%s\", maximumAge: PT1H }, justification: { minimum: 10 } }"
                    .formatted(SignIn.MFA_CLASS);

    private Crowd() {}

    static World world(int size) {
        List<Person> people = IntStream.range(0, size).mapToObj(Crowd::person).toList();
        return new World(
                people,
                List.of(
                        group(1, "App1 Warm-up", people),
                        group(2, "App1 Steady", people),
                        group(3, "App1 Burst", people),
                        group(4, "App1 Restart", people),
                        group(5, "App1 Light", people)));
    }

    /** One person, eligible for so many groups. */
    static World ofOne(int groups) {
        List<Person> people = List.of(person(0));
        return new World(
                people,
                IntStream.rangeClosed(1, groups)
                        .mapToObj(i -> group(i, "App Group " + i, people))
                        .toList());
    }

    static ManagedGroup warmUp(World world) {
        return world.moreGroups().get(0);
    }

    static ManagedGroup steady(World world) {
        return world.moreGroups().get(1);
    }

    static ManagedGroup burst(World world) {
        return world.moreGroups().get(2);
    }

    static ManagedGroup light(World world) {
        return world.moreGroups().get(4);
    }

    static ManagedGroup restart(World world) {
        return world.moreGroups().get(3);
    }

    private static ManagedGroup group(int number, String name, List<Person> people) {
        return new ManagedGroup(
                "3f0e7c11-2222-4222-8222-0000000007%02d".formatted(number), name, POLICY, people);
    }

    private static Person person(int number) {
        return new Person(
                "load-" + number,
                "b4a1d5e0-1111-4111-8111-1%011d".formatted(number),
                "Load",
                String.valueOf(number),
                List.of());
    }
}
