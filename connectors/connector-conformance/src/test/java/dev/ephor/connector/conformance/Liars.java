package dev.ephor.connector.conformance;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Connectors that get one thing wrong each, and the test that has to notice. */
final class Liars {

    @Retention(RetentionPolicy.RUNTIME)
    @interface CaughtBy {
        String value();
    }

    @CaughtBy("grants_so_that_the_other_side_shows_it")
    static class SaysAppliedAndDoesNothing extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                Answer grantOne(Membership m) {
                    return new Answer.Applied();
                }
            };
        }
    }

    @CaughtBy("grants_so_that_the_other_side_shows_it")
    static class SaysThatItWasThereBefore extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                Answer grantOne(Membership m) {
                    super.grantOne(m);
                    return new Answer.Applied(false);
                }
            };
        }
    }

    @CaughtBy("grants_again_what_is_there_already")
    static class GrantsTwice extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                Answer grantOne(Membership m) {
                    side.put(m);
                    return applied();
                }
            };
        }
    }

    @CaughtBy("ends_right_when_the_answer_to_a_grant_was_lost")
    static class GrantsTwiceWhenTheAnswerWasLost extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                private boolean lost;

                @Override
                Answer grantOne(Membership m) {
                    if (lost) {
                        side.put(m);
                    }
                    lost |= side.fault == Fault.ANSWER_LOST;
                    return super.grantOne(m);
                }
            };
        }
    }

    @CaughtBy("withdraws_so_that_the_other_side_shows_it")
    static class ForgetsToWithdraw extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                Answer withdrawOne(Membership m) {
                    return new Answer.Applied();
                }
            };
        }
    }

    @CaughtBy("leaves_the_others_of_the_group_alone")
    static class EmptiesTheGroup extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                Answer withdrawOne(Membership m) {
                    side.list(m).clear();
                    return applied();
                }
            };
        }
    }

    @CaughtBy("observes_an_access_that_was_taken_by_hand")
    static class ObservesItsOwnMemory extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                private final Map<Membership, Answer> seen = new HashMap<>();

                @Override
                Answer observeOne(Membership m) {
                    return seen.computeIfAbsent(m, super::observeOne);
                }
            };
        }
    }

    @CaughtBy("observes_many_in_the_order_asked")
    static class AnswersOutOfOrder extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                public List<Answer> observe(List<Membership> memberships) {
                    var answers = new ArrayList<>(super.observe(memberships));
                    Collections.rotate(answers, 1);
                    return answers;
                }
            };
        }
    }

    @CaughtBy("grants_the_others_when_one_of_them_is_unknown")
    static class LetsOneSpoilTheOthers extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                public List<Answer> grant(List<Membership> memberships) {
                    return memberships.stream()
                                    .allMatch(m -> side.known.contains(m.principal().id()))
                            ? super.grant(memberships)
                            : Collections.nCopies(
                                    memberships.size(), new Answer.Rejected("one is unknown"));
                }
            };
        }
    }

    @CaughtBy("grants_many_at_once")
    static class AnswersOnceForAll extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                public List<Answer> grant(List<Membership> memberships) {
                    return super.grant(memberships).stream().limit(1).toList();
                }
            };
        }
    }

    @CaughtBy("rejects_a_grant_of_a_group_that_it_can_not_find")
    static class Throws extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                Answer unknownGroup(Membership m) {
                    throw new IllegalStateException("no such group");
                }
            };
        }
    }

    @CaughtBy("passes_on_how_long_a_throttled_world_asks_to_wait")
    static class ForgetsHowLongToWait extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                Answer fault(Fault fault) {
                    return new Answer.Transient("later", null);
                }
            };
        }
    }

    @CaughtBy("answers_a_broken_world_with_not_now")
    static class GivesUpForGood extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                Answer fault(Fault fault) {
                    return new Answer.Rejected("broken");
                }
            };
        }
    }

    @CaughtBy("says_unreachable_when_nobody_listens")
    static class TakesSilenceForSuccess extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                Answer fault(Fault fault) {
                    return fault == Fault.REFUSING ? new Answer.Applied() : super.fault(fault);
                }
            };
        }
    }

    @CaughtBy("names_the_setting_to_mend_when_its_credential_is_refused")
    static class DoesNotSayWhatToMend extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                Answer wrongCredential() {
                    return new Answer.Rejected("401");
                }
            };
        }
    }

    @CaughtBy("keeps_secrets_out_of_every_answer")
    static class TellsTheSecret extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                Answer fault(Fault fault) {
                    return fault == Fault.BROKEN
                            ? new Answer.Transient("broken for " + secret, null)
                            : super.fault(fault);
                }
            };
        }
    }

    @CaughtBy("serves_many_threads_of_one_group")
    static class LosesWhatComesAtOnce extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                private final CountDownLatch two = new CountDownLatch(2);

                @Override
                public List<Answer> grant(List<Membership> memberships) {
                    two.countDown();
                    try {
                        return two.await(20, TimeUnit.SECONDS)
                                ? List.of(new Answer.Applied())
                                : super.grant(memberships);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
        }
    }

    @CaughtBy("keeps_its_connection_open_between_calls")
    static class ConnectsForEachCall extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                Answer grantOne(Membership m) {
                    side.opened.incrementAndGet();
                    return super.grantOne(m);
                }
            };
        }
    }

    @CaughtBy("frees_its_connections_when_it_is_closed")
    static class LeavesItsConnectionOpen extends HonestTroupe {
        @Override
        protected Duration patience() {
            return Duration.ofSeconds(1);
        }

        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                public void close() {
                    // Leaves the connection to the other side as it is.
                }
            };
        }
    }

    private Liars() {}
}
