package dev.ephor.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildrenTest {
    private static final Waiting PATIENTLY = new Waiting(Duration.ofMinutes(2), _ -> {});
    private static final Readiness READY = Readiness.line("ready");

    @TempDir private Path directory;
    private final Children children = new Children();

    @AfterEach
    void close() {
        children.close();
    }

    @Test
    void starts_awaits_measures_and_stops_a_child() throws Exception {
        // Given
        Child child = children.start(sleeper("one"));
        PATIENTLY.until(child, READY);

        // When
        ProcessUsage usage = ProcessUsage.of(child.pid()).orElseThrow();
        ProcessUsage tree = ProcessUsage.ofTree(child.pid()).orElseThrow();
        children.close();

        // Then
        assertThat(usage.residentBytes()).isGreaterThan(10 << 20);
        assertThat(usage.cpu()).isPositive();
        assertThat(tree.residentBytes()).isPositive();
        assertThat(child.isAlive()).isFalse();
        assertThat(Files.readString(child.spec().log())).contains("hello from one");
    }

    @Test
    void starts_a_killed_child_anew_and_awaits_the_new_one() throws Exception {
        // Given
        Child first = children.start(sleeper("one"));
        PATIENTLY.until(first, READY);
        first.kill();

        // When
        Child second = children.restart("one");
        PATIENTLY.until(second, READY);

        // Then
        assertThat(first.isAlive()).isFalse();
        assertThat(second.pid()).isNotEqualTo(first.pid());
        assertThat(children.child("one").isAlive()).isTrue();
    }

    @Test
    void tells_why_a_child_did_not_come_up() {
        // Given
        Child child =
                children.start(
                        new ChildSpec(
                                "broken",
                                program("fail"),
                                Map.of("GREETING", "no luck"),
                                log("broken")));

        // Then
        assertThatThrownBy(() -> PATIENTLY.until(child, READY))
                .hasMessageContaining("broken ended with status 3")
                .hasMessageContaining("no luck");
    }

    @Test
    void gives_up_at_the_deadline_and_names_the_log() {
        // Given
        Child child = children.start(sleeper("late"));

        // Then
        assertThatThrownBy(
                        () ->
                                new Waiting(Duration.ZERO, _ -> {})
                                        .until(child, Readiness.line("never")))
                .hasMessageContaining("late was not ready within 0 s")
                .hasMessageContaining(log("late").toString());
    }

    @Test
    void ends_what_was_started_last_first() {
        // Given
        List<String> closed = new ArrayList<>();
        children.closing(() -> closed.add("first"));
        children.closing(() -> closed.add("second"));

        // When
        children.close();

        // Then
        assertThat(closed).containsExactly("second", "first");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leaves_no_child_behind_when_the_parent_is_ended_or_killed(boolean killed)
            throws Exception {
        // Given
        Child parent =
                children.start(
                        new ChildSpec(
                                "parent",
                                JavaProgram.ofThisClasspath(
                                                Nursery.class,
                                                List.of("-Xmx64m"),
                                                List.of(log("grandchild").toString()))
                                        .command(),
                                Map.of("GREETING", "hello"),
                                log("parent")));
        PATIENTLY.until(parent, READY);
        ProcessHandle grandchild = ProcessHandle.of(pidSaid()).orElseThrow();

        // When
        if (killed) {
            parent.kill();
        } else {
            parent.stop(Duration.ofSeconds(20));
        }

        // Then
        assertThat(grandchild.onExit().get(2, TimeUnit.MINUTES).isAlive()).isFalse();
    }

    private long pidSaid() throws Exception {
        return Files.readAllLines(log("parent")).stream()
                .filter(line -> line.startsWith("pid "))
                .mapToLong(line -> Long.parseLong(line.substring(4)))
                .findFirst()
                .orElseThrow();
    }

    private ChildSpec sleeper(String name) {
        return new ChildSpec(
                name, program("sleep"), Map.of("GREETING", "hello from " + name), log(name));
    }

    private static List<String> program(String argument) {
        return JavaProgram.ofThisClasspath(Sleeper.class, List.of("-Xmx32m"), List.of(argument))
                .command();
    }

    private Path log(String name) {
        return directory.resolve(name + ".log");
    }
}
