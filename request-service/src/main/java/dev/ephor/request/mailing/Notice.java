package dev.ephor.request.mailing;

import java.util.List;

/**
 * What a mail says, whoever gets it.
 *
 * @param lead one or two sentences
 * @param facts in the order in which they are shown
 * @param action what the link is for, such as "Decide"
 * @param path of the link, below the configured base
 */
public record Notice(String subject, String lead, List<Fact> facts, String action, String path) {
    public Notice {
        facts = List.copyOf(facts);
    }

    /**
     * A line of the mail's table. What people wrote is a value and is escaped where it is shown.
     */
    public record Fact(String name, String value) {}
}
