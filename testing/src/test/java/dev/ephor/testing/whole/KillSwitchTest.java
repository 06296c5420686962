package dev.ephor.testing.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.quickstart.client.ApplicationReader;
import dev.ephor.quickstart.client.DirectoryReader;
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
import org.junit.jupiter.api.Test;

/** The way back: a SOC ends what somebody has, by a call and by a signed signal. */
class KillSwitchTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ManagedGroup GROUP = World.GROUP_V;

    private final Platform platform = SharedPlatform.get();
    private final Person person = SdkWorld.someone();
    private final Requester requester = platform.requester(person, SignIn.MFA);
    private final DirectoryReader directory = new DirectoryReader(platform.entra());
    private final ApplicationReader app1 =
            new ApplicationReader(platform.app1().scimUrl(), Platform.APP1_TOKEN);

    private Reply activate() {
        return requester.activate(
                new Wish(person.id(), GROUP.id(), Duration.ofMinutes(30), "support of App1", null));
    }

    private String active() {
        Walk.admin().makeEligible(person, GROUP, Walk.in(Duration.ofDays(30)));
        String id = activate().body().path("id").asText();
        await().atMost(PATIENCE)
                .until(() -> requester.activation(id).path("state").asText().equals("active"));
        return id;
    }

    private boolean isMember() {
        return directory.isMember(GROUP.id(), person.id())
                || app1.isMember(GROUP.displayName(), person.id());
    }

    @Test
    void one_call_ends_everything_and_the_report_says_where_it_is_confirmed() {
        // Given
        String id = active();

        // When
        Reply reply = platform.responder().revoke(person.id(), true);

        // Then
        assertThat(reply.status()).isEqualTo(202);
        JsonNode report =
                platform.responder().awaitCompleted(reply.body().path("id").asText(), PATIENCE);
        assertThat(report.path("status").asText()).isEqualTo("completed");
        JsonNode ended = report.path("entries").path(0);
        assertThat(ended.path("activation").asText()).isEqualTo(id);
        assertThat(ended.path("targets").has("app1")).isTrue();
        assertThat(isMember()).isFalse();
        assertThat(activate().body().at("/error/code").asText()).isEqualTo("AccessSuspended");
        assertThat(platform.responder().resume(person.id()).status()).isEqualTo(200);
        assertThat(activate().status()).isEqualTo(201);
    }

    @Test
    void a_signed_signal_does_the_same() {
        // Given
        active();
        String tenant = World.TENANT;

        // When
        platform.signals()
                .send(
                        "dev.ephor.signal.revoke-access.v2",
                        "principal/" + tenant + "/" + person.id(),
                        """
                        {"scope": {"tenant": "%s", "kind": "principal", "id": "%s"}, "suspend": false,
                         "requestedBy": "edr.example.org", "reason": "stolen", "requestedAt": "%s"}"""
                                .formatted(tenant, person.id(), Instant.now()));

        // Then
        await().atMost(PATIENCE).until(() -> !isMember());
    }
}
