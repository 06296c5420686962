package dev.ephor.testing.whole;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.microsoft.graph.models.odataerrors.ODataError;
import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.Person;
import dev.ephor.quickstart.world.World;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.function.Executable;

/** The steps that every walk with the SDK takes. */
final class Walk {
    static final Duration PATIENCE = Duration.ofMinutes(2);
    static final Duration HOUR = Duration.ofHours(1);

    private Walk() {}

    static GraphClient admin() {
        return GraphClient.of(World.ADMIN);
    }

    /** Somebody of whom no other test knows, eligible for a month. */
    static GraphClient holder(ManagedGroup group) {
        return holder(group, in(Duration.ofDays(30)));
    }

    static GraphClient holder(ManagedGroup group, OffsetDateTime end) {
        Person person = SdkWorld.someone();
        admin().makeEligible(person, group, end);
        return GraphClient.of(person);
    }

    static OffsetDateTime in(Duration time) {
        return OffsetDateTime.now(ZoneOffset.UTC).plus(time).truncatedTo(ChronoUnit.MILLIS);
    }

    static ODataError refused(Executable call) {
        return catchThrowableOfType(ODataError.class, call::execute);
    }

    static String code(Executable call) {
        return refused(call).getError().getCode();
    }

    static void awaitInstances(GraphClient holder, int count) {
        await().atMost(PATIENCE).until(() -> holder.instances().size() == count);
    }

    static String ofGroup(ManagedGroup group) {
        return "groupId eq '%s'".formatted(group.id());
    }

    static String ofPerson(Person person) {
        return "principalId eq '%s'".formatted(person.id());
    }
}
