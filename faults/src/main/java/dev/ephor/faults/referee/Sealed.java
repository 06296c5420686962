package dev.ephor.faults.referee;

/**
 * A line of the audit log, as the audit topic has it.
 *
 * @param place topic, partition and offset of what was sealed
 * @param id source and id of the event
 * @param leaf the bytes that are proved
 */
record Sealed(
        long sequence,
        String place,
        String id,
        byte[] leaf,
        String leafHash,
        String previous,
        String hash) {}
