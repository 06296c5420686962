package dev.ephor.membership.application;

import java.time.Duration;

/** Needs to count and to time the sweeps. */
public interface SweepMeasures {

    /** A page or a list of changes was read, or could not be. */
    void read(String directory, boolean succeeded);

    /** Every member of every managed group of a directory was read once. */
    void swept(String directory, int groups, Duration took);

    /** A difference was told. */
    void sighted(boolean present);
}
