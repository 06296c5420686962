package dev.ephor.quickstart.verify;

import dev.ephor.quickstart.verify.Fault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells from the links that are broken what was done to a log whose sequence is without a gap.
 *
 * @param later entries behind the first break, by their hash
 * @param isOfSignedSize whether the log has as many entries as were signed
 */
record Breaks(List<Break> breaks, Map<String, Long> later, boolean isOfSignedSize) {

    /**
     * @param known what was found otherwise; a break beside it is not said again
     */
    List<Fault> faults(List<Fault> known) {
        var faults = new ArrayList<Fault>();
        for (Break one : breaks) {
            if (!isBeside(one, known) && !isBeside(one, faults) && !wasPutIn(one)) {
                faults.add(fault(one));
            }
        }
        return faults;
    }

    private Fault fault(Break one) {
        long sequence = one.sequence();
        Long stands = later.get(one.follows());
        if (stands != null && stands > sequence) {
            return new Fault(
                    Kind.REORDERED, sequence, stands, "the first was sealed behind the last");
        }
        if (one.back() > 0) {
            return new Fault(
                    Kind.INSERTED,
                    sequence - one.back(),
                    sequence - 1,
                    "entry %d was sealed behind %d".formatted(sequence, sequence - one.back() - 1));
        }
        return isOfSignedSize
                ? Fault.at(Kind.CHANGED, sequence - 1, "the next was sealed behind another")
                : Fault.at(Kind.MISSING, sequence, "what stood here was taken out");
    }

    private static boolean isBeside(Break one, List<Fault> faults) {
        return faults.stream()
                .anyMatch(f -> f.first() <= one.sequence() && one.sequence() <= f.last() + 1);
    }

    /** The break behind it tells how much. */
    private boolean wasPutIn(Break one) {
        return breaks.stream()
                .anyMatch(
                        b ->
                                b.back() > 0
                                        && b.sequence() - b.back() <= one.sequence()
                                        && one.sequence() < b.sequence()
                                        && !later.containsKey(one.follows()));
    }
}
