package dev.ephor.connector.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The suite is only worth what it notices: it passes the honest and catches each liar. */
class GuardTest {

    static Stream<Class<?>> liars() {
        return Stream.of(Liars.class, RosterLiars.class, BoundLiars.class, TellingLiars.class)
                .flatMap(liars -> Stream.of(liars.getDeclaredClasses()))
                .filter(HonestTroupe.class::isAssignableFrom)
                .filter(liar -> !Modifier.isAbstract(liar.getModifiers()));
    }

    @Test
    void passes_an_honest_connector() {
        // Given
        Class<?> honest = HonestTroupe.class;

        // When
        var summary = play(selectClass(honest));

        // Then
        assertThat(failed(summary)).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(summary.getTestsFoundCount());
        assertThat(summary.getTestsSucceededCount()).isGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("liars")
    void catches_a_connector_that_lies(Class<?> liar) {
        // Given
        String catcher = liar.getAnnotation(Liars.CaughtBy.class).value();

        // When
        var summary = play(selectMethod(liar, catcher));

        // Then
        assertThat(failed(summary)).containsExactly(catcher);
    }

    private static TestExecutionSummary play(DiscoverySelector tests) {
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request().selectors(tests).build(),
                        listener);
        return listener.getSummary();
    }

    private static Set<String> failed(TestExecutionSummary summary) {
        return summary.getFailures().stream()
                .map(f -> f.getTestIdentifier().getLegacyReportingName().replace("()", ""))
                .collect(Collectors.toSet());
    }
}
