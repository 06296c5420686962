package dev.ephor.faults.load;

import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.Person;
import dev.ephor.quickstart.world.World;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The people of the suite, and the groups that they activate without an approver. */
final class Crowd {
    private static final int GROUPS = 3;

    /** Windows end where the request says, however long anybody takes: that is what is judged. */
    private static final String POLICY =
            "{ clock: request, maximumDuration: PT2H, defaultDuration: PT30M, mfa: { acr: \"%s\", maximumAge: PT8H }, justification: { minimum: 10 } }"
                    .formatted(SignIn.MFA_CLASS);

    private Crowd() {}

    static World world(int size) {
        List<Person> people = IntStream.range(0, size).mapToObj(Crowd::person).toList();
        return new World(
                people, IntStream.range(0, GROUPS).mapToObj(n -> group(n, people)).toList());
    }

    private static ManagedGroup group(int number, List<Person> people) {
        return new ManagedGroup(
                "3f0e7c11-2222-4222-8222-0000000008%02d".formatted(number),
                "App1 Faults " + number,
                POLICY,
                Stream.concat(people.stream(), Stream.of(World.USER_A)).toList());
    }

    private static Person person(int number) {
        return new Person(
                "faults-" + number,
                "b4a1d5e0-1111-4111-8111-2%011d".formatted(number),
                "Faults",
                String.valueOf(number),
                List.of());
    }
}
