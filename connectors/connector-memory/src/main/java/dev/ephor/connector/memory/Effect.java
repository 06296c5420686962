package dev.ephor.connector.memory;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Membership;

/**
 * One membership of one call, as a {@link MemoryWorld} saw it.
 *
 * @param sequence from 1, without a gap
 * @param changed whether the world was different afterwards
 * @param answer what the caller was told, which need not be the truth
 */
public record Effect(
        int sequence, Call call, Membership membership, boolean changed, Answer answer) {}
