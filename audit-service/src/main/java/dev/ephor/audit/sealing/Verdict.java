package dev.ephor.audit.sealing;

import java.util.List;

/**
 * What a check of a log found.
 *
 * @param checked how many entries were looked at
 * @param findings in the order of their sequence; none: nothing was changed
 * @param cutShort whether there was so much that the check gave up; there may be more then
 * @param leavesRemoved how many of the entries have no leaf any more, by the policy of retention
 */
public record Verdict(long checked, List<Finding> findings, boolean cutShort, long leavesRemoved) {
    public boolean isIntact() {
        return findings.isEmpty() && !cutShort;
    }
}
