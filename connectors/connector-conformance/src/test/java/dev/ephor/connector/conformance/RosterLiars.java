package dev.ephor.connector.conformance;

import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership.Group;
import dev.ephor.connector.Roster;
import dev.ephor.connector.conformance.Liars.CaughtBy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rosters that get one thing wrong each, and the test that has to notice. */
final class RosterLiars {

    /** Right in everything but what its roster says. */
    abstract static class Lister extends HonestTroupe {
        abstract Roster roster(Honest honest);

        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                public Optional<Roster> roster() {
                    return Optional.of(Lister.this.roster(this));
                }
            };
        }
    }

    @CaughtBy("lists_everybody_who_holds_it")
    static class ForgetsAMember extends Lister {
        @Override
        Roster roster(Honest honest) {
            return new HonestRoster(honest) {
                @Override
                public Page members(Group g, String access, @Nullable String at) {
                    return super.members(g, access, at) instanceof Page.Read read
                            ? new Page.Read(
                                    read.principals().stream().skip(1).toList(), read.next())
                            : super.members(g, access, at);
                }
            };
        }
    }

    @CaughtBy("lists_everybody_who_holds_it")
    static class StopsAtTheFirstPage extends Lister {
        @Override
        Roster roster(Honest honest) {
            return new HonestRoster(honest) {
                @Override
                @Nullable String next(int from) {
                    return null;
                }
            };
        }
    }

    @CaughtBy("says_why_it_can_not_list_a_group_that_is_not_there")
    static class TakesAnUnknownGroupForAnEmptyOne extends Lister {
        @Override
        Roster roster(Honest honest) {
            return new HonestRoster(honest) {
                @Override
                public Page members(Group g, String access, @Nullable String at) {
                    return honest.side.known.contains(g.id())
                            ? super.members(g, access, at)
                            : new Page.Read(List.of(), null);
                }
            };
        }
    }

    @CaughtBy("tells_what_changed_since_a_mark")
    static class TellsNoRemovals extends Lister {
        @Override
        protected Duration patience() {
            return Duration.ofSeconds(1);
        }

        @Override
        Roster roster(Honest honest) {
            return new HonestRoster(honest) {
                @Override
                boolean isTold(Changed changed, List<Group> groups) {
                    return changed.present() && super.isTold(changed, groups);
                }
            };
        }
    }

    @CaughtBy("tells_nothing_of_the_groups_that_were_not_asked_for")
    static class TellsOfEveryGroup extends Lister {
        @Override
        Roster roster(Honest honest) {
            return new HonestRoster(honest) {
                @Override
                boolean isTold(Changed changed, List<Group> groups) {
                    return true;
                }
            };
        }
    }

    @CaughtBy("says_that_it_does_not_know_a_mark")
    static class BeginsAnewWithoutSayingSo extends Lister {
        @Override
        Roster roster(Honest honest) {
            return new HonestRoster(honest) {
                @Override
                Changes unknownMark() {
                    return new Changes.Since(List.of(), "0", false);
                }
            };
        }
    }

    private RosterLiars() {}
}
