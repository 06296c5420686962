package dev.ephor.membership.application;

import dev.ephor.membership.application.Sweep.Pace;
import java.time.Clock;

/** Makes the sweep of a directory out of what all sweeps share. */
public record Sweeps(
        Rosters rosters,
        FindMemberships find,
        FindTroubles troubles,
        FindOwned owners,
        Directories directories,
        Sightings sightings,
        SweepMeasures measures,
        Clock clock,
        Pace pace) {

    public Sweep of(String directory) {
        var comparing = new Comparing(find, troubles, directories, sightings, measures);
        return new Sweep(directory, rosters, owners, comparing, measures, clock, pace);
    }
}
