package dev.ephor.quickstart.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.quickstart.client.Approver;
import dev.ephor.quickstart.client.HttpCalls.Reply;
import dev.ephor.quickstart.client.Polling;
import dev.ephor.quickstart.client.Requester;
import dev.ephor.quickstart.client.Requester.Wish;
import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.World;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * JIT application administration: User A works with App1 through Group X, becomes its administrator
 * through Group Y with an approval, gives that back, becomes its operator through Group Z for a few
 * seconds, and is refused what the policy does not allow. The second scene is {@link WalkThrough}.
 */
public final class Scenario {
    private static final Duration SHORT_WINDOW = Duration.ofSeconds(5);
    private static final String ADMINISTRATORS = World.GROUP_Y.displayName();
    private static final String WHY = "restart of the billing workers";

    private final Platform platform;
    private final Stage stage;
    private final Requester userA;
    private final Watch watch;
    private final Outside outside;
    private final Post post;
    private final Duration window;

    public Scenario(Platform platform, PrintStream out) {
        this(platform, out, SHORT_WINDOW);
    }

    /**
     * @param window of the operator: long enough to be seen active in
     */
    public Scenario(Platform platform, PrintStream out, Duration window) {
        this.window = window;
        this.platform = platform;
        this.stage = new Stage(out);
        this.userA = platform.requester(World.USER_A, SignIn.MFA);
        this.watch = new Watch(userA, stage);
        this.outside = new Outside(platform, stage);
        this.post = new Post(platform, stage);
    }

    /** Plays it; true when every step was confirmed. */
    public boolean play() {
        stage.step("Before anybody asks: what directory and App1 hold");
        outside.startsClean();
        challengeWithoutMfa();
        String first = askForApproval();
        approve(first);
        JsonNode active = becomeActive(first, World.GROUP_Y);
        giveBack(first);
        String second = askForShortWindow();
        expire(second);
        refuse();
        String third = new WalkThrough(platform, stage, outside).play();
        new AuditedRun(platform, stage).show(List.of(first, second, third));
        new StageTable(stage).print(userA, List.of(first, second));
        return stage.verdict() && !active.isMissingNode();
    }

    private void challengeWithoutMfa() {
        stage.step("User A activates App1 Administrators with a password only");
        Reply reply =
                platform.requester(World.USER_A, SignIn.PASSWORD)
                        .activate(administratorFor("INC-20417"));
        stage.confirm(
                "challenged to sign in more strongly (RFC 9470): "
                        + reply.status()
                        + " "
                        + reply.challenges(),
                reply.status() == 401
                        && reply.challenges().stream()
                                .anyMatch(c -> c.contains("insufficient_user_authentication")));
    }

    private String askForApproval() {
        stage.step("User A activates it with MFA, justification and ticket");
        Reply reply = userA.activate(administratorFor("INC-20417"));
        String id = reply.body().path("id").asText();
        String status = reply.body().path("status").asText();
        stage.confirm(
                "%d, status %s, approval %s".formatted(reply.status(), status, id),
                status.equals("PendingApproval"));
        outside.isNotMember(World.GROUP_Y);
        return id;
    }

    private void approve(String id) {
        stage.step("Somebody has to approve");
        post.tells(World.APPROVER_B, "User A asks to become member of " + ADMINISTRATORS);
        Approver own = platform.approver(World.USER_A, SignIn.MFA);
        Approver strong = platform.approver(World.APPROVER_B, SignIn.MFA);
        Reply approval =
                Polling.until(Watch.PATIENCE, () -> strong.approval(id), r -> r.status() == 200)
                        .orElseThrow();
        String stageId = approval.body().path("stages").path(0).path("id").asText();
        stage.confirm(
                "User A cannot approve their own: 403",
                own.decide(id, stageId, "Approve").status() == 403);
        Reply weak =
                platform.approver(World.APPROVER_B, SignIn.PASSWORD).decide(id, stageId, "Approve");
        stage.confirm(
                "Approver B is challenged without MFA: " + weak.status(),
                weak.status() == 401 && !weak.challenges().isEmpty());
        stage.confirm(
                "Approver B approves with MFA: 204",
                strong.decide(id, stageId, "Approve").status() == 204);
        post.tells(World.USER_A, "Approved: " + ADMINISTRATORS);
    }

    private JsonNode becomeActive(String id, ManagedGroup group) {
        stage.step("User A becomes a member of " + group.displayName());
        JsonNode view = watch.await(id, "active");
        outside.isMember(group);
        return view;
    }

    private void giveBack(String id) {
        stage.step("User A gives it back early");
        Reply reply = userA.deactivate(World.USER_A.id(), World.GROUP_Y.id());
        stage.confirm(
                "201, status Revoked", reply.body().path("status").asText().equals("Revoked"));
        watch.await(id, "ended");
        outside.isNotMember(World.GROUP_Y);
        outside.isStillMemberOfGroupX();
    }

    private String askForShortWindow() {
        stage.step(
                "User A activates App1 Operators for %d s; its policy asks no approver"
                        .formatted(window.toSeconds()));
        Wish wish = new Wish(World.USER_A.id(), World.GROUP_Z.id(), window, WHY, null);
        String id = userA.activate(wish).body().path("id").asText();
        watch.await(id, "active");
        outside.isMember(World.GROUP_Z);
        return id;
    }

    private void expire(String id) {
        stage.step("The window ends by itself");
        JsonNode view = watch.await(id, "ended");
        outside.isNotMember(World.GROUP_Z);
        outside.tellLateness(World.GROUP_Z, view);
    }

    private void refuse() {
        stage.step("User A asks for too much: 12 hours, no justification, no ticket");
        Wish wish = new Wish(World.USER_A.id(), World.GROUP_Y.id(), Duration.ofHours(12), "", null);
        Reply reply = userA.activate(wish);
        String message = reply.body().path("error").path("message").asText();
        stage.confirm(
                "%d %s".formatted(reply.status(), message),
                reply.status() == 400
                        && List.of("ExpirationRule", "JustificationRule", "TicketingRule").stream()
                                .allMatch(message::contains));
        outside.isNotMember(World.GROUP_Y);
    }

    private static Wish administratorFor(String ticket) {
        return new Wish(World.USER_A.id(), World.GROUP_Y.id(), Duration.ofHours(1), WHY, ticket);
    }
}
