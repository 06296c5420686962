package dev.ephor.approval.domain;

import dev.ephor.events.ApprovalEvent.Message;
import dev.ephor.events.Policy.Approver;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Who is who: Arno, Cleo and Sven are in Security, Bea, Finn and Sven in Finance; Mona is Dana's
 * manager, Dora decides by default.
 */
record Town(Map<String, List<String>> groups, Set<String> disabled, Set<String> suspended)
        implements Staff {
    static final Message MESSAGE = new Message("Dana asks", "Dana asks for two hours.");

    static final Town AS_USUAL =
            new Town(
                    Map.of(
                            "security", List.of("arno", "cleo", "sven"),
                            "finance", List.of("bea", "finn", "sven")),
                    Set.of(),
                    Set.of());

    Town without(String... people) {
        return new Town(groups, Set.of(people), suspended);
    }

    Town suspending(String... people) {
        return new Town(groups, disabled, Set.of(people));
    }

    Town with(String group, String... members) {
        var changed = new HashMap<>(groups);
        changed.put(group, List.of(members));
        return new Town(Map.copyOf(changed), disabled, suspended);
    }

    @Override
    public boolean isDisabled(String person) {
        return disabled.contains(person);
    }

    @Override
    public List<String> membersOf(String group) {
        return groups.getOrDefault(group, List.of());
    }

    @Override
    public Optional<String> managerOf(String person) {
        return person.equals("dana") ? Optional.of("mona") : Optional.empty();
    }

    @Override
    public List<Approver> defaults() {
        return List.of(Approver.user("dora"));
    }

    Setting setting(ActivationRequested request, Waiting waiting) {
        var staffing = new Staffing(request, this);
        var stages = request.policy().stages();
        return new Setting(
                IntStream.range(0, stages.size())
                        .mapToObj(i -> staffing.people(stages.get(i), "stage-" + (i + 1)))
                        .toList(),
                waiting,
                MESSAGE,
                suspended);
    }

    Setting setting(ActivationRequested request) {
        return setting(request, Waiting.AS_THE_POLICY_SAYS);
    }
}
