package dev.ephor.quickstart.demo;

import dev.ephor.quickstart.client.Eligibilities;
import dev.ephor.quickstart.client.HttpCalls.Reply;
import dev.ephor.quickstart.client.Requester;
import dev.ephor.quickstart.client.Requester.Wish;
import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.Person;
import dev.ephor.quickstart.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The life of an eligibility, and the mails about it: an admin gives it for a month, User A
 * activates it for an hour, gives that back, asks for two weeks more, and the admin grants them.
 */
final class WalkThrough {
    private static final Person A = World.USER_A;
    private static final Person ADMIN = World.ADMIN;
    private static final ManagedGroup GROUP = World.GROUP_V;
    private static final String NAME = GROUP.displayName();
    private static final String WHY = "support of App1 in December";

    private final Platform platform;
    private final Stage stage;
    private final Outside outside;
    private final Post post;
    private final Requester userA;
    private final Watch watch;
    private final Eligibilities asAdmin;
    private final Eligibilities asUserA;

    WalkThrough(Platform platform, Stage stage, Outside outside) {
        this.platform = platform;
        this.stage = stage;
        this.outside = outside;
        this.post = new Post(platform, stage);
        this.userA = platform.requester(A, SignIn.MFA);
        this.watch = new Watch(userA, stage);
        this.asAdmin = platform.eligibilities(ADMIN, SignIn.MFA);
        this.asUserA = platform.eligibilities(A, SignIn.MFA);
    }

    /** The id of the activation that it holds. */
    String play() {
        Instant month = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        Instant later = month.plus(14, ChronoUnit.DAYS);
        makeEligible(month);
        String activation = activate();
        giveBack(activation);
        grant(askForMore(later), later);
        return activation;
    }

    private void makeEligible(Instant end) {
        stage.step("The admin makes User A eligible for %s, for a month".formatted(NAME));
        answers(asAdmin.assign(wish(end, WHY)), "Provisioned");
        listsUntil(end);
        outside.isNotMember(GROUP);
        post.tells(A, "You are eligible: " + NAME);
    }

    private String activate() {
        stage.step("User A activates it for an hour, with MFA");
        Reply reply = userA.activate(new Wish(A.id(), GROUP.id(), Duration.ofHours(1), WHY, null));
        String id = reply.body().path("id").asText();
        watch.await(id, "active");
        outside.isMember(GROUP);
        post.tells(A, "Active: " + NAME);
        post.tells(ADMIN, "User A is active: " + NAME);
        return id;
    }

    private void giveBack(String activation) {
        stage.step("User A gives it back");
        answers(userA.deactivate(A.id(), GROUP.id()), "Revoked");
        watch.await(activation, "ended");
        outside.isNotMember(GROUP);
        post.tells(A, "Ended: " + NAME);
    }

    private String askForMore(Instant end) {
        stage.step("User A asks for two weeks more");
        Reply reply = asUserA.askForMore(wish(end, "the migration takes longer"));
        answers(reply, "PendingAdminDecision");
        post.tells(ADMIN, "User A asks for more time: " + NAME);
        return reply.body().path("id").asText();
    }

    private void grant(String request, Instant end) {
        stage.step("The admin grants them");
        Reply reply = asAdmin.grant(request, "agreed");
        stage.confirm("decided: " + reply.status(), reply.status() == 204);
        listsUntil(end);
        post.tells(A, "Your eligibility was extended: " + NAME);
        post.wereOnly(
                NAME,
                List.of(
                        to(A, "You are eligible: "),
                        to(A, "Active: "),
                        to(ADMIN, "User A is active: "),
                        to(A, "Ended: "),
                        to(ADMIN, "User A asks for more time: "),
                        to(A, "Your eligibility was extended: ")));
    }

    private void answers(Reply reply, String status) {
        String said = reply.body().path("status").asText();
        stage.confirm("%d, status %s".formatted(reply.status(), said), said.equals(status));
    }

    private void listsUntil(Instant end) {
        Optional<Instant> listed =
                StreamSupport.stream(asUserA.mine().spliterator(), false)
                        .filter(one -> GROUP.id().equals(one.path("groupId").asText()))
                        .map(one -> one.at("/scheduleInfo/expiration/endDateTime").asText())
                        .map(Instant::parse)
                        .findFirst();
        stage.confirm(
                "User A finds it among their own, until " + end, listed.equals(Optional.of(end)));
    }

    private static String to(Person person, String subject) {
        return person.userName() + ": " + subject + NAME;
    }

    private static Eligibilities.Wish wish(Instant end, String why) {
        return new Eligibilities.Wish(A.id(), GROUP.id(), end, why);
    }
}
