package dev.ephor.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventTypesTest {

    @Test
    void every_event_has_a_name_of_its_own() {
        // Given
        var records = Set.copyOf(records(Event.class));

        // When
        var names = records.stream().map(EventTypes::nameOf).toList();

        // Then
        assertThat(names).doesNotHaveDuplicates();
        assertThat(EventTypes.all()).hasSameSizeAs(records).containsOnlyKeys(names);
    }

    @Test
    void names_are_ours_and_versioned() {
        assertThat(EventTypes.all().keySet())
                .allSatisfy(
                        name ->
                                assertThat(name)
                                        .matches("dev\\.ephor(\\.[a-z][a-z-]*)+\\.v[1-9][0-9]*"));
    }

    @Test
    void a_name_that_is_not_ours_is_not_known() {
        assertThat(EventTypes.byName("dev.ephor.activation.requested.v2")).isEmpty();
    }

    private static List<Class<? extends Event>> records(Class<?> type) {
        var found = new ArrayList<Class<? extends Event>>();
        if (type.isRecord()) {
            found.add(type.asSubclass(Event.class));
        } else {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                found.addAll(records(permitted));
            }
        }
        return found;
    }
}
