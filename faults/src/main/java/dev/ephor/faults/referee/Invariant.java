package dev.ephor.faults.referee;

import java.util.List;

/** Something that has to hold in every run, whatever is done to the platform. */
@FunctionalInterface
interface Invariant {
    List<Finding> check(History history);
}
