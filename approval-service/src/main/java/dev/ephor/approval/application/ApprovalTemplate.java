package dev.ephor.approval.application;

import dev.ephor.approval.domain.Waiting;

/**
 * What shapes the message and the waiting of an approval. Placeholders such as {@code {group}}
 * stand for what an approval is about: {@link Placeholders}.
 *
 * @param key {@link #USUAL}, or the object id of the one group that it is for
 */
public record ApprovalTemplate(String key, String subject, String text, Waiting waiting) {
    /** The key of the template of every group that has none of its own; it is always there. */
    public static final String USUAL = "GROUP_ACCESS_APPROVAL";

    static ApprovalTemplate asDelivered() {
        return new ApprovalTemplate(
                USUAL,
                "{requester} asks to become {access} of {group}",
                "{requester} asks to become {access} of {group} for {window}.",
                Waiting.AS_THE_POLICY_SAYS);
    }
}
