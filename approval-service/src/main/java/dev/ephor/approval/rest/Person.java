package dev.ephor.approval.rest;

import dev.ephor.approval.application.KnownPeople;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person, as Graph's {@code identity}.
 *
 * @param displayName null: none is known
 */
public record Person(String id, @Nullable String displayName) {

    /** Makes persons of one tenant's ids. */
    record Names(KnownPeople people, String tenant) {
        Person person(String id) {
            return new Person(id, people.nameOfPerson(tenant, id));
        }

        List<Person> persons(Collection<String> ids) {
            return ids.stream().map(this::person).toList();
        }
    }
}
