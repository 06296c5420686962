package dev.ephor.quickstart.bench;

import java.util.List;
import java.util.Locale;

/** How some measurements are spread; in milliseconds. */
public record Distribution(List<Double> sorted) {
    public Distribution {
        sorted = sorted.stream().sorted().toList();
    }

    public int count() {
        return sorted.size();
    }

    /**
     * The value that this share of the measurements does not exceed.
     *
     * @param share 0.5 for the median
     */
    public double percentile(double share) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.clamp(rank - 1, 0, sorted.size() - 1));
    }

    public double worst() {
        return percentile(1);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "n %5d   p50 %8.1f   p90 %8.1f   p99 %8.1f   worst %8.1f",
                count(),
                percentile(0.5),
                percentile(0.9),
                percentile(0.99),
                worst());
    }
}
