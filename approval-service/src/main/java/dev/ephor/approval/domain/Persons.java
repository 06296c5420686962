package dev.ephor.approval.domain;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Object ids are compared without case, so that no spelling makes two of one person; they are kept
 * as they were written.
 */
public final class Persons {
    private Persons() {}

    public static boolean same(String one, String other) {
        return one.equalsIgnoreCase(other);
    }

    /** A set that knows a person in any spelling. */
    public static Set<String> of(Collection<String> ids) {
        Set<String> persons = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        persons.addAll(ids);
        return persons;
    }
}
