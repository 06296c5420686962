package dev.ephor.membership.kafka;

import dev.ephor.events.ApprovalEvent.Tenure;
import dev.ephor.events.DriftEvent.Difference;
import dev.ephor.events.MembershipKey;
import dev.ephor.membership.domain.Confirmation;
import dev.ephor.membership.domain.Drift;
import dev.ephor.membership.domain.Found;
import dev.ephor.membership.domain.Grant;
import dev.ephor.membership.domain.Grants;
import dev.ephor.membership.domain.Past;
import dev.ephor.membership.domain.Past.Ended;
import dev.ephor.membership.domain.Past.GivenUp;
import dev.ephor.membership.domain.Wanted;
import java.io.IOException;
import java.time.Duration;

/** {@link Grants} field by field, each writer above its reader. Their key is the store's. */
final class GrantsFormat {
    private GrantsFormat() {}

    static void write(Grants grants, StateOutput out) throws IOException {
        out.list(grants.grants(), GrantsFormat::grant);
        past(grants.past(), out);
        wanted(grants.wanted(), out);
        confirmation(grants.confirmation(), out);
        found(grants.found(), out);
    }

    static Grants read(MembershipKey key, StateInput in) throws IOException {
        return new Grants(
                key,
                in.list(GrantsFormat::grant),
                past(in),
                wanted(in),
                confirmation(in),
                found(in));
    }

    private static void grant(Grant grant, StateOutput out) throws IOException {
        out.text(grant.activationId());
        out.maybeText(grant.eligibilityId());
        out.time(grant.start());
        out.time(grant.end());
        out.time(grant.approvedAt());
        out.maybe(grant.tenure(), GrantsFormat::tenure);
        out.text(grant.stage().name());
    }

    private static Grant grant(StateInput in) throws IOException {
        return new Grant(
                in.text(),
                in.maybeText(),
                in.time(),
                in.time(),
                in.time(),
                in.maybe(GrantsFormat::tenure),
                Grant.Stage.valueOf(in.text()));
    }

    private static void tenure(Tenure tenure, StateOutput out) throws IOException {
        out.writeBoolean(tenure.outlivesEligibility());
        out.maybe(tenure.fromConfirmation(), (d, o) -> o.text(d.toString()));
        out.maybeTime(tenure.latestEnd());
    }

    private static Tenure tenure(StateInput in) throws IOException {
        return new Tenure(
                in.readBoolean(), in.maybe(i -> Duration.parse(i.text())), in.maybeTime());
    }

    private static void past(Past past, StateOutput out) throws IOException {
        out.list(past.closed(), GrantsFormat::ended);
        out.list(past.givenUp(), GrantsFormat::givenUp);
        out.list(past.lostEligibilities(), (id, o) -> o.text(id));
        // Where earlier states hold the newest signal that ended everything.
        out.writeBoolean(false);
        out.time(past.forgottenUntil());
    }

    private static Past past(StateInput in) throws IOException {
        var closed = in.list(GrantsFormat::ended);
        var givenUp = in.list(GrantsFormat::givenUp);
        var lost = in.list(StateInput::text);
        if (in.readBoolean()) {
            in.text();
            in.text();
            in.time();
        }
        return new Past(closed, givenUp, lost, in.time());
    }

    private static void ended(Ended ended, StateOutput out) throws IOException {
        out.text(ended.activationId());
        out.time(ended.approvedAt());
    }

    private static Ended ended(StateInput in) throws IOException {
        return new Ended(in.text(), in.time());
    }

    private static void givenUp(GivenUp given, StateOutput out) throws IOException {
        out.text(given.activationId());
        out.text(given.by());
        out.maybeText(given.reason());
        out.time(given.at());
    }

    private static GivenUp givenUp(StateInput in) throws IOException {
        return new GivenUp(in.text(), in.text(), in.maybeText(), in.time());
    }

    private static void wanted(Wanted wanted, StateOutput out) throws IOException {
        out.number(wanted.generation());
        out.writeBoolean(wanted.present());
        out.maybeTime(wanted.since());
        out.maybeText(wanted.activationId());
    }

    private static Wanted wanted(StateInput in) throws IOException {
        return new Wanted(in.number(), in.readBoolean(), in.maybeTime(), in.maybeText());
    }

    private static void confirmation(Confirmation known, StateOutput out) throws IOException {
        out.number(known.generation());
        out.number(known.attempts());
        out.writeBoolean(known.stuck());
        out.maybeTime(known.at());
        out.maybeText(known.answer());
        out.maybeTime(known.failedAt());
    }

    private static Confirmation confirmation(StateInput in) throws IOException {
        return new Confirmation(
                in.number(),
                in.count(),
                in.readBoolean(),
                in.maybeTime(),
                in.maybeText(),
                in.maybeTime());
    }

    private static void found(Found found, StateOutput out) throws IOException {
        out.writeBoolean(found.standing());
        out.maybe(found.drift(), GrantsFormat::drift);
        out.time(found.seenAt());
    }

    private static Found found(StateInput in) throws IOException {
        return new Found(in.readBoolean(), in.maybe(GrantsFormat::drift), in.time());
    }

    private static void drift(Drift drift, StateOutput out) throws IOException {
        out.text(drift.id());
        out.text(drift.kind().name());
        out.maybeTime(drift.revertAt());
        out.time(drift.detectedAt());
        out.text(drift.stage().name());
    }

    private static Drift drift(StateInput in) throws IOException {
        return new Drift(
                in.text(),
                Difference.valueOf(in.text()),
                in.maybeTime(),
                in.time(),
                Drift.Stage.valueOf(in.text()));
    }
}
