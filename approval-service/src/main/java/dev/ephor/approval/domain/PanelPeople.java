package dev.ephor.approval.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who could be asked in a panel, as it is known at one moment.
 *
 * @param name for people, such as {@code Finance}; null: none
 * @param quorum how many of them have to agree, at least one
 */
public record PanelPeople(@Nullable String name, int quorum, List<String> people) {
    public PanelPeople {
        people = List.copyOf(people);
    }
}
