package dev.ephor.quickstart.bench;

import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.Person;
import dev.ephor.quickstart.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A large tenant: 5,000 people, each eligible for 10 of 10,000 groups, whose members 40 approvers
 * approve.
 */
record Estate(List<Person> people, List<Person> approvers, List<ManagedGroup> groups) {
    static final int GROUPS_OF_A_PERSON = 10;
    static final int PEOPLE_OF_A_GROUP = 5;

    private static final int PEOPLE = 5_000;
    private static final int GROUPS = 10_000;
    private static final int APPROVERS = 40;

    Estate {
        people = List.copyOf(people);
        approvers = List.copyOf(approvers);
        groups = List.copyOf(groups);
    }

    static Estate large() {
        List<Person> people =
                IntStream.range(0, PEOPLE).mapToObj(i -> person("holder", i)).toList();
        List<Person> approvers =
                IntStream.range(0, APPROVERS).mapToObj(i -> person("approver", i)).toList();
        List<ManagedGroup> groups =
                IntStream.range(0, GROUPS)
                        .mapToObj(i -> group(i, eligible(people, i), approvers.get(i % APPROVERS)))
                        .toList();
        return new Estate(people, approvers, groups);
    }

    World world() {
        return new World(Stream.concat(people.stream(), approvers.stream()).toList(), groups);
    }

    int eligibilities() {
        return groups.stream().mapToInt(group -> group.eligible().size()).sum();
    }

    /** A membership that somebody may activate, and who approves it. */
    record Right(Person person, ManagedGroup group, Person approver) {}

    /** Everything that an approver may be asked about. */
    List<Right> approvedBy(Person approver) {
        int first = approvers.indexOf(approver);
        List<Right> rights = new ArrayList<>();
        for (int i = first; i < groups.size(); i += approvers.size()) {
            ManagedGroup group = groups.get(i);
            group.eligible().forEach(person -> rights.add(new Right(person, group, approver)));
        }
        return rights;
    }

    /** Round and round, so that everybody has the same number of groups. */
    private static List<Person> eligible(List<Person> people, int group) {
        return IntStream.range(0, PEOPLE_OF_A_GROUP)
                .mapToObj(i -> people.get((group * PEOPLE_OF_A_GROUP + i) % people.size()))
                .toList();
    }

    private static Person person(String name, int number) {
        String kind = name.equals("holder") ? "2" : "3";
        return new Person(
                "%s-%d".formatted(name, number),
                "b4a1d5e0-1111-4111-8111-%s%011d".formatted(kind, number),
                "Large",
                "%s %d".formatted(name, number),
                List.of());
    }

    private static ManagedGroup group(int number, List<Person> eligible, Person approver) {
        return new ManagedGroup(
                "3f0e7c11-2222-4222-8222-4%011d".formatted(number),
                "Large Group " + number,
                "{ maximumDuration: PT8H, defaultDuration: PT1H, justification: { minimum: 10 }, approval: { approvers: [\"%s\"] } }"
                        .formatted(approver.id()),
                eligible);
    }
}
