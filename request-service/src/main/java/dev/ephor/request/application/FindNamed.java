package dev.ephor.request.application;

/** Whether what a signal names was ever there; what is there no more was. */
public interface FindNamed {
    boolean hasActivation(String tenant, String id);

    /** Configured, or of anything that somebody asked for or was eligible for. */
    boolean hasGroup(String tenant, String id);

    /** Configured, or named by a group. */
    boolean hasTarget(String tenant, String id);

    /** Configured, or of anything that they asked for or were eligible for. */
    boolean hasPrincipal(String tenant, String id);
}
