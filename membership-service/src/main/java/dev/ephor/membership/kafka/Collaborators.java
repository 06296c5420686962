package dev.ephor.membership.kafka;

import dev.ephor.membership.application.DirectoryWork;
import dev.ephor.membership.application.Measures;
import dev.ephor.membership.domain.MembershipDecider;
import java.time.Clock;

/** What the topology works with; one set for all its tasks. */
public record Collaborators(
        MembershipDecider decider,
        DirectoryWork directories,
        Measures measures,
        DueTimes dueTimes,
        Troubles troubles,
        Untold untold,
        Clock clock) {}
