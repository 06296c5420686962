package dev.ephor.connector.conformance;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Exchange;
import dev.ephor.connector.Membership;
import dev.ephor.connector.conformance.Liars.CaughtBy;
import java.time.Duration;
import java.util.List;

/** Connectors that lie about what they tested or exchanged, and the test that has to notice. */
final class TellingLiars {

    @CaughtBy("names_the_setting_to_mend_when_a_check_finds_its_credential_refused")
    static class FindsEverythingWell extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                public Answer check() {
                    return new Answer.Applied(false);
                }
            };
        }
    }

    @CaughtBy("finds_out_by_a_check_that_no_answer_comes")
    static class TakesSilenceForWell extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                public Answer check() {
                    return side.fault == Fault.SILENT ? new Answer.Applied(false) : super.check();
                }
            };
        }
    }

    @CaughtBy("leaves_everything_as_it_was_by_a_check")
    static class TriesItOut extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                public Answer check() {
                    side.holders.values().forEach(held -> held.add("canary"));
                    return super.check();
                }
            };
        }
    }

    @CaughtBy("keeps_secrets_out_of_what_a_check_answers")
    static class TellsTheSecretWhenAsked extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                public Answer check() {
                    Answer answer = super.check();
                    return answer instanceof Answer.Unreachable
                            ? new Answer.Unreachable("nobody took " + secret)
                            : answer;
                }
            };
        }
    }

    /** Right in everything but what it tells of its exchanges. */
    abstract static class Teller extends HonestTroupe {
        abstract Exchange told(Exchange truth, String secret);

        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                Exchange exchange(Membership m, Answer answer) {
                    return told(super.exchange(m, answer), secret);
                }
            };
        }

        static Exchange with(Exchange truth, String sent, Integer status) {
            return new Exchange(
                    truth.operation(), truth.address(), sent, status, "", Duration.ZERO);
        }
    }

    @CaughtBy("keeps_secrets_out_of_every_exchange")
    static class TellsTheSecretThatItSent extends Teller {
        @Override
        Exchange told(Exchange truth, String secret) {
            return with(truth, "let me in: " + secret, truth.status());
        }
    }

    @CaughtBy("tells_of_an_exchange_that_nobody_answered")
    static class MakesAnAnswerUp extends Teller {
        @Override
        Exchange told(Exchange truth, String secret) {
            return with(truth, truth.sent(), 200);
        }
    }

    @CaughtBy("tells_the_exchanges_of_every_call")
    static class TellsWritesOnly extends HonestTroupe {
        @Override
        Connector cast(FakeSide side, String secret) {
            return new Honest(side, secret) {
                @Override
                public List<Answer> observe(List<Membership> memberships) {
                    return memberships.stream().map(this::observeOne).toList();
                }
            };
        }
    }

    private TellingLiars() {}
}
