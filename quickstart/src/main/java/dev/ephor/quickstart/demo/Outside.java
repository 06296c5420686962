package dev.ephor.quickstart.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.quickstart.app.AppEffect;
import dev.ephor.quickstart.client.ApplicationReader;
import dev.ephor.quickstart.client.DirectoryReader;
import dev.ephor.quickstart.entra.DirectoryEffect;
import dev.ephor.quickstart.http.Journal;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What directory and App1 say themselves. Ephor's own word confirms nothing here. */
final class Outside {
    private static final String USER_A = World.USER_A.id();

    private final Platform platform;
    private final Stage stage;
    private final DirectoryReader directory;
    private final ApplicationReader app1;

    Outside(Platform platform, Stage stage) {
        this.platform = platform;
        this.stage = stage;
        this.directory = new DirectoryReader(platform.entra());
        this.app1 = new ApplicationReader(platform.app1().scimUrl(), Platform.APP1_TOKEN);
    }

    void startsClean() {
        isStillMemberOfGroupX();
        isNotMember(World.GROUP_Y);
        isNotMember(World.GROUP_Z);
        isNotMember(World.GROUP_V);
    }

    void isMember(ManagedGroup group) {
        stage.confirm(
                "the directory, read by Graph, has User A in " + group.displayName(),
                directory.isMember(group.id(), USER_A));
        stage.confirm(
                "App1, read by SCIM, has User A in " + group.displayName(),
                app1.isMember(group.displayName(), USER_A));
    }

    void isNotMember(ManagedGroup group) {
        stage.confirm(
                "neither the directory nor App1 has User A in " + group.displayName(),
                !directory.isMember(group.id(), USER_A)
                        && !app1.isMember(group.displayName(), USER_A));
    }

    void isStillMemberOfGroupX() {
        stage.confirm(
                "User A is a member of " + World.GROUP_X_NAME + " in both",
                directory.isMember(World.GROUP_X, USER_A)
                        && app1.isMember(World.GROUP_X_NAME, USER_A));
    }

    /** How long after the end of the window the two let go, by their own journals. */
    void tellLateness(ManagedGroup group, JsonNode view) {
        Instant end = Instant.parse(view.path("window").path("end").asText());
        Instant gone = last(platform.entra().journal().entries(), e -> isRemoval(e, group));
        Instant told = last(platform.app1().journal().entries(), e -> isRemoval(e, group));
        stage.say(
                "the window ended at %s; the directory let go %d ms later, App1 %d ms later, by their own clocks"
                        .formatted(end, millis(end, gone), millis(end, told)));
        stage.confirm("neither let go before the end", !gone.isBefore(end) && !told.isBefore(end));
    }

    private static boolean isRemoval(DirectoryEffect effect, ManagedGroup group) {
        return effect.change() == DirectoryEffect.Change.REMOVE
                && effect.group().equals(group.id());
    }

    private static boolean isRemoval(AppEffect effect, ManagedGroup group) {
        return effect.change() == AppEffect.Change.MEMBER_REMOVED
                && effect.group().equals(group.displayName());
    }

    private static <E> Instant last(
            List<Journal.Entry<E>> journal, java.util.function.Predicate<E> wanted) {
        return journal.reversed().stream()
                .filter(entry -> wanted.test(entry.effect()))
                .map(Journal.Entry::at)
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private static long millis(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }
}
