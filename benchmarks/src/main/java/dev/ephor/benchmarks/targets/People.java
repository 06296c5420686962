package dev.ephor.benchmarks.targets;

import dev.ephor.events.Access;
import dev.ephor.events.MembershipKey;

/** Whom the measured changes are about: a thousand people, and groups of one target each. */
final class People {
    static final String TENANT = "f1a7d5e0-0000-4000-8000-000000000001";
    static final int COUNT = 1_000;

    private People() {}

    static String id(int person) {
        return "b4a1d5e0-0000-4000-8000-%012d".formatted(person);
    }

    static String userName(int person) {
        return "person-" + person + "@example.com";
    }

    static String group(int group) {
        return "3f0e7c11-0000-4000-8000-%012d".formatted(group);
    }

    static String groupName(int group) {
        return "Group " + group;
    }

    static MembershipKey key(int group, int person) {
        return new MembershipKey(TENANT, group(group), id(person), Access.MEMBER);
    }
}
