package dev.ephor.testing.house.planted.application;

import dev.ephor.faults.weaving.CrashPoints;

/** Planted: code that knows where it may be let die. */
class Saboteur {
    int points = CrashPoints.all().size();
}
