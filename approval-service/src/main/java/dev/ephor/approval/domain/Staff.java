package dev.ephor.approval.domain;

import dev.ephor.events.Policy.Approver;
import java.util.List;
import java.util.Optional;

/** What is known of the people of one tenant. */
public interface Staff {
    boolean isDisabled(String person);

    /** Empty for a group that nobody knows. */
    List<String> membersOf(String group);

    Optional<String> managerOf(String person);

    /** Who approves where a panel names nobody. */
    List<Approver> defaults();
}
