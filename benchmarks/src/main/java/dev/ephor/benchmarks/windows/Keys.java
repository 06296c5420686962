package dev.ephor.benchmarks.windows;

import dev.ephor.events.Access;
import dev.ephor.events.MembershipKey;

/** Whom the measured windows are about: a thousand people in as many groups as it takes. */
final class Keys {
    static final String TENANT = "f1a7d5e0-0000-4000-8000-000000000001";
    static final int PEOPLE = 1_000;

    private static final String ACTIVATION = "window-";

    private Keys() {}

    static String principal(int number) {
        return "b4a1d5e0-0000-4000-8000-%012d".formatted(number);
    }

    static String group(int number) {
        return "3f0e7c11-0000-4000-8000-%012d".formatted(number);
    }

    /** The key of the n-th window of all. */
    static MembershipKey of(int window) {
        return new MembershipKey(
                TENANT, group(window / PEOPLE), principal(window % PEOPLE), Access.MEMBER);
    }

    static String activation(int window) {
        return ACTIVATION + window;
    }

    static int window(String activation) {
        return Integer.parseInt(activation, ACTIVATION.length(), activation.length(), 10);
    }
}
