package dev.ephor.quickstart.bench;

import java.util.Random;

/** When the calls of a load are due: nanoseconds from its beginning, ascending. */
final class Pace {
    private static final double SECOND = 1e9;

    private Pace() {}

    static long[] even(double perSecond, int count) {
        var due = new long[count];
        for (int i = 0; i < count; i++) {
            due[i] = (long) (i * SECOND / perSecond);
        }
        return due;
    }

    /**
     * As callers come who know nothing of each other: a Poisson process, in which calls bunch.
     *
     * @param seed the same seed gives the same times
     */
    static long[] random(double perSecond, int count, long seed) {
        var gaps = new Random(seed);
        var due = new long[count];
        double at = 0;
        for (int i = 0; i < count; i++) {
            at += -Math.log(1 - gaps.nextDouble()) * SECOND / perSecond;
            due[i] = (long) at;
        }
        return due;
    }
}
