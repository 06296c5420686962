package dev.ephor.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Event.AboutMembership;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.MembershipRemoved;
import dev.ephor.events.MembershipEvent.MembershipStuck;
import dev.ephor.events.MembershipEvent.OfActivation;
import dev.ephor.events.MembershipEvent.StuckClosed;
import dev.ephor.events.MembershipEvent.WindowClosed;
import dev.ephor.events.MembershipEvent.WindowOpened;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Hears only what is said, and objects to what must never be said. */
final class Witness {
    private final Set<String> opened = new HashSet<>();
    private final Set<String> granted = new HashSet<>();
    private final Set<String> closed = new HashSet<>();
    private final Set<String> live = new TreeSet<>();
    private final Set<Long> removed = new HashSet<>();
    private long generation;

    void hear(AboutMembership event, Instant now, boolean standing) {
        if (event instanceof OfActivation said) {
            assertThat(said.generation()).isGreaterThanOrEqualTo(generation);
            generation = said.generation();
            judge(said, now, standing);
        }
    }

    private void judge(OfActivation said, Instant now, boolean standing) {
        switch (said) {
            case WindowOpened o -> opened(o, now);
            case ActivationGranted g -> granted(g);
            case WindowClosed c -> closed(c, standing);
            case MembershipRemoved r -> {
                assertThat(live).as("removed while live").isEmpty();
                assertThat(removed.add(r.generation())).as("removed twice").isTrue();
            }
            case MembershipStuck _, StuckClosed _ -> {}
        }
    }

    private void opened(WindowOpened o, Instant now) {
        assertThat(now).isBetween(o.start(), o.end().minusNanos(1));
        assertThat(closed).as("revived").doesNotContain(o.activationId());
        assertThat(opened.add(o.activationId())).as("opened twice").isTrue();
        live.add(o.activationId());
    }

    private void granted(ActivationGranted g) {
        assertThat(live).as("granted what is not live").contains(g.activationId());
        assertThat(granted.add(g.activationId())).as("granted twice").isTrue();
    }

    private void closed(WindowClosed c, boolean standing) {
        assertThat(closed.add(c.activationId())).as("closed twice").isTrue();
        boolean last = live.remove(c.activationId()) && live.isEmpty();
        if (!standing || c.membershipEnds()) {
            assertThat(c.membershipEnds()).as("the membership ends with the last").isEqualTo(last);
        }
        if (c instanceof ActivationExpired e) {
            assertThat(e.closedAt()).as("expired early").isAfterOrEqualTo(e.end());
        }
    }

    Set<String> live() {
        return live;
    }

    Set<String> granted() {
        return granted;
    }

    Set<String> finished() {
        return closed;
    }

    long removals() {
        return removed.size();
    }
}
