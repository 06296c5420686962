package dev.ephor.testing.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.graph.models.PrivilegedAccessGroupEligibilityScheduleRequest;
import com.microsoft.graph.models.ScheduleRequestActions;
import dev.ephor.quickstart.client.ConfigurationClient;
import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.Person;
import dev.ephor.quickstart.world.World;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the API changed, in the next plan of the file that the platform was started with. */
class PlanTest {
    private final Platform platform = SharedPlatform.get();
    private final GraphClient admin = Walk.admin();

    private Optional<JsonNode> difference(Person person, ManagedGroup group) throws Exception {
        var client =
                new ConfigurationClient(
                        URI.create(platform.url()),
                        platform.issuer().token(World.ADMIN.name(), SignIn.MFA));
        JsonNode differences = client.send("plan", Files.readAllBytes(platform.configuration()));
        String what =
                "eligibility/%s/%s/%s/member".formatted(World.TENANT, group.id(), person.id());
        return StreamSupport.stream(differences.spliterator(), false)
                .filter(difference -> difference.path("what").asText().equals(what))
                .findFirst();
    }

    @Test
    void an_eligibility_that_somebody_asked_for_is_no_part_of_the_file() throws Exception {
        // Given
        Person person = SdkWorld.someone();

        // When
        admin.makeEligible(person, SdkWorld.EASY, Walk.in(Duration.ofDays(30)));

        // Then
        assertThat(difference(person, SdkWorld.EASY)).isEmpty();
    }

    @Test
    void other_dates_and_the_end_of_one_of_the_file_are_drift() throws Exception {
        // Given
        Person person = SdkWorld.DECLARED_FOR;
        ManagedGroup group = SdkWorld.DECLARED;
        var before = difference(person, group);

        // When
        admin.ask(wish(ScheduleRequestActions.AdminUpdate, person, group));
        JsonNode updated = difference(person, group).orElseThrow();
        admin.ask(wish(ScheduleRequestActions.AdminRemove, person, group));
        JsonNode removed = difference(person, group).orElseThrow();

        // Then
        assertThat(before).isEmpty();
        assertThat(updated.path("kind").asText()).isEqualTo("changed");
        assertThat(updated.path("drift").asBoolean()).isTrue();
        assertThat(updated.path("members").findValuesAsText("name")).contains("end");
        assertThat(removed.path("kind").asText()).isEqualTo("new");
        assertThat(removed.path("drift").asBoolean()).isTrue();
    }

    private static PrivilegedAccessGroupEligibilityScheduleRequest wish(
            ScheduleRequestActions action, Person person, ManagedGroup group) {
        var wish = Wishes.eligibility(action, person, group.id(), Walk.in(Duration.ofDays(30)));
        if (action == ScheduleRequestActions.AdminRemove) {
            wish.setScheduleInfo(null);
        }
        return wish;
    }
}
