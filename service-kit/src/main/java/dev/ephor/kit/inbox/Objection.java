package dev.ephor.kit.inbox;

/**
 * Why a record becomes a dead letter.
 *
 * @param code for programs
 * @param reason one sentence for people
 */
public record Objection(String code, String reason) {
    /** Of bytes that are no event. */
    public static final String UNREADABLE = "unreadable";

    /** Of an event whose handling failed for good. */
    public static final String NOT_HANDLED = "notHandled";
}
