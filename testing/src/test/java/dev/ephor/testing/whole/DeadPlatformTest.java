package dev.ephor.testing.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.microsoft.graph.models.ScheduleRequestActions;
import dev.ephor.quickstart.client.ConfigurationClient;
import dev.ephor.quickstart.client.HttpCalls;
import dev.ephor.quickstart.client.Requester;
import dev.ephor.quickstart.client.Requester.Wish;
import dev.ephor.quickstart.entra.DirectoryEffect.Change;
import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.platform.ServiceProcess;
import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.Person;
import dev.ephor.quickstart.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A directory that ends memberships by itself, for the time in which everything else is dead. */
class DeadPlatformTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** So long after the end of its window Entra ends a membership. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Platform platform = SharedPlatform.get();
    private final List<ServiceProcess> services =
            Stream.of("request", "approval", "membership", "provisioning", "audit")
                    .map(name -> platform.service(name + "-service"))
                    .toList();

    @Test
    void entra_ends_the_membership_and_ephor_finds_it_ended() throws IOException {
        // Given
        ManagedGroup group = SdkWorld.somewhere();
        givesByPim(group);
        Person person = Walk.holder(group).person();
        Requester requester = platform.requester(person, SignIn.MFA);
        String id = activate(requester, person, group, Duration.ofSeconds(25));
        awaitState(requester, id, "active");

        // When
        killEverything();
        boolean memberWhenKilled = platform.entra().isMember(group.id(), person.id());
        platform.entra().passTime(MARGIN);
        await().atMost(PATIENCE).until(() -> !platform.entra().isMember(group.id(), person.id()));
        startEverything();

        // Then
        assertThat(memberWhenKilled).isTrue();
        awaitState(requester, id, "ended");
        assertThat(
                        platform.entra().journal().entries().stream()
                                .map(entry -> entry.effect())
                                .filter(effect -> effect.group().equals(group.id()))
                                .map(effect -> effect.change()))
                .containsExactly(Change.ADD, Change.REMOVE);
    }

    @Test
    void entra_is_told_of_the_later_end_when_a_window_is_extended() throws IOException {
        // Given
        ManagedGroup group = SdkWorld.somewhere();
        givesByPim(group);
        GraphClient holder = Walk.holder(group);
        String id = holder.activate(group, Walk.HOUR).getId();
        await().atMost(PATIENCE).until(() -> holder.request(id).getStatus().equals("Provisioned"));
        Instant twoHours = Instant.now().plus(Walk.HOUR).plus(Walk.HOUR);
        Instant before = endOf(group, holder.person());
        var extension = Wishes.activation(holder.person(), group.id(), Walk.HOUR);
        extension.setAction(ScheduleRequestActions.SelfExtend);

        // When
        holder.ask(extension);

        // Then
        assertThat(before).isBefore(twoHours);
        await().atMost(PATIENCE).until(() -> endOf(group, holder.person()).isAfter(twoHours));
    }

    /** When Entra ends the membership, as Entra says. */
    private Instant endOf(ManagedGroup group, Person person) {
        String filter =
                "groupId eq '%s' and principalId eq '%s'".formatted(group.id(), person.id());
        String url =
                "%s/identityGovernance/privilegedAccess/group/assignmentSchedules?$filter=%s"
                        .formatted(
                                platform.entra().graphUrl(),
                                URLEncoder.encode(filter, StandardCharsets.UTF_8));
        JsonNode schedules = new HttpCalls(platform.entra().issueToken()).get(url).body();
        return Instant.parse(schedules.at("/value/0/scheduleInfo/expiration/endDateTime").asText());
    }

    /** From now on, by the file, so that it is so after a restart as well. */
    private void givesByPim(ManagedGroup group) throws IOException {
        var yaml = new YAMLMapper();
        JsonNode file = yaml.readTree(platform.configuration().toFile());
        JsonNode tenant = file.path("tenants").path(0);
        if (!tenant.path("directories").findValuesAsText("id").contains("pim")) {
            ObjectNode directory = tenant.path("directories").path(0).deepCopy();
            directory.put("id", "pim").withObject("/settings").put("grants", "pim");
            ((ObjectNode) tenant).withArray("directories").add(directory);
        }
        for (JsonNode managed : tenant.path("groups")) {
            if (managed.path("id").asText().equals(group.id())) {
                ((ObjectNode) managed).put("directory", "pim");
            }
        }
        yaml.writeValue(platform.configuration().toFile(), file);
        new ConfigurationClient(
                        URI.create(platform.url()),
                        platform.issuer().token(World.ADMIN.name(), SignIn.MFA))
                .send("apply", Files.readAllBytes(platform.configuration()));
    }

    private static String activate(
            Requester requester, Person person, ManagedGroup group, Duration window) {
        var wish = new Wish(person.id(), group.id(), window, "restart of the workers", null);
        var reply = requester.activate(wish);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.body().path("id").asText();
    }

    private void killEverything() {
        services.forEach(ServiceProcess::kill);
        platform.broker().kill();
        platform.database().kill();
    }

    private void startEverything() {
        platform.database().start();
        platform.broker().start();
        services.forEach(service -> service.begin(UnaryOperator.identity()));
        services.forEach(ServiceProcess::awaitReady);
    }

    private static void awaitState(Requester requester, String id, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(requester.activation(id).path("state").asText())
                                        .isEqualTo(state));
    }
}
