package dev.ephor.quickstart.world;

import java.util.List;

/**
 * A group under Ephor's care.
 *
 * @param policy its policy for members, as {@code ephor.yaml} has it, one line
 * @param eligible who may activate it
 */
public record ManagedGroup(String id, String displayName, String policy, List<Person> eligible) {}
