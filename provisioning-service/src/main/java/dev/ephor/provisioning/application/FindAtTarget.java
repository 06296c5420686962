package dev.ephor.provisioning.application;

import java.util.List;

/** Needs to know of whom a target was ever told in a group, and of whom it differs. */
public interface FindAtTarget {

    /** Of members alone: no target is told of owners. */
    List<AtTarget> in(String tenant, String group, String target);
}
