package dev.ephor.membership.rest;

import java.util.Comparator;

/** A line about one membership. */
interface Listed {
    /** As their keys are ordered. */
    Comparator<Listed> BY_KEY =
            Comparator.comparing(Listed::group)
                    .thenComparing(Listed::principal)
                    .thenComparing(Listed::access);

    String group();

    String principal();

    String access();
}
