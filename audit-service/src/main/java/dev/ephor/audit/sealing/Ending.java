package dev.ephor.audit.sealing;

import dev.ephor.audit.sealing.Finding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a log ends where and how it should. */
record Ending(long from, long size, @Nullable Hash hash) {

    List<Finding> faults(List<Segment> segments) {
        var faults = new ArrayList<Finding>();
        Segment last = segments.stream().max(Comparator.comparingLong(Segment::last)).orElse(null);
        long end = last == null ? from : last.last() + 1;
        if (end < size) {
            faults.add(new Finding(Kind.MISSING, end, size - 1, "the end of the log is not there"));
        } else if (end > size) {
            faults.add(
                    new Finding(
                            Kind.HEAD_DIFFERS, size, end - 1, "the head does not know of it yet"));
        } else if (last != null && hash != null && !last.endsWith(hash)) {
            faults.add(
                    Finding.of(
                            Kind.HEAD_DIFFERS, last.last(), "it is not the end that the head has"));
        }
        return faults;
    }
}
