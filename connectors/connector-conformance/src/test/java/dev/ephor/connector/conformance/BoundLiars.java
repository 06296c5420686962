package dev.ephor.connector.conformance;

import dev.ephor.connector.Answer;
import dev.ephor.connector.BoundedGrants;
import dev.ephor.connector.BoundedGrants.Bounded;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import dev.ephor.connector.conformance.Liars.CaughtBy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Connectors that claim to bound a grant and do not, and the test that has to notice. */
final class BoundLiars {

    /** Right in everything but what it makes of a bound. */
    abstract static class Bounder extends HonestTroupe {
        abstract void bound(FakeSide side, Membership membership, Duration length);

        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                void bound(Membership m, Duration length) {
                    Bounder.this.bound(side, m, length);
                }
            };
        }
    }

    @CaughtBy("is_ended_by_the_other_side_at_its_bound")
    static class IgnoresTheBound extends Bounder {
        @Override
        void bound(FakeSide side, Membership membership, Duration length) {}
    }

    @CaughtBy("holds_what_is_bounded_until_its_bound")
    static class EndsTooEarly extends Bounder {
        @Override
        void bound(FakeSide side, Membership membership, Duration length) {
            side.bound(membership, length.minus(Duration.ofMinutes(30)));
        }
    }

    @CaughtBy("is_ended_later_when_its_bound_is_moved_out")
    static class KeepsTheFirstBound extends Bounder {
        @Override
        void bound(FakeSide side, Membership membership, Duration length) {
            side.bounds.putIfAbsent(membership, length);
        }
    }

    @CaughtBy("is_ended_earlier_when_its_bound_is_moved_in")
    static class NeverMovesABoundIn extends Bounder {
        @Override
        void bound(FakeSide side, Membership membership, Duration length) {
            side.bounds.merge(membership, length, (a, b) -> a.compareTo(b) > 0 ? a : b);
        }
    }

    @CaughtBy("bounds_what_was_given_without_a_bound")
    static class LeavesWhatIsThereUnbounded extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                public Optional<BoundedGrants> boundedGrants() {
                    return super.boundedGrants().map(honest -> grants -> some(honest, grants));
                }

                private List<Answer> some(BoundedGrants honest, List<Bounded> grants) {
                    boolean unbounded =
                            grants.stream()
                                    .map(Bounded::membership)
                                    .filter(m -> side.list(m).contains(m.principal().id()))
                                    .anyMatch(m -> !side.bounds.containsKey(m));
                    return unbounded
                            ? grant(grants.stream().map(Bounded::membership).toList())
                            : honest.grant(grants);
                }
            };
        }
    }

    private BoundLiars() {}
}
