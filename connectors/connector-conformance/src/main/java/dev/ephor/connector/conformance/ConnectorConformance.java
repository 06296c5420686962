package dev.ephor.connector.conformance;

import dev.ephor.connector.ConnectorProvider;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * Proves that a connector is one: extend it, name the provider, give it a world.
 *
 * <p>The tests stand in the interfaces, one for each promise; a subclass inherits them all.
 */
@Timeout(120)
public abstract class ConnectorConformance
        implements ItMakesItSo,
                ItObservesTheTruth,
                ItAnswersInOrder,
                ItAnswersFailuresAsValues,
                ItOutlastsABrokenWorld,
                ItChecksWithoutAChange,
                ItTellsWhatItExchanged,
                ItListsWhoIsThere,
                ItIsEndedAtItsBound,
                ItServesManyThreads,
                ItFreesWhatItHolds {

    private @Nullable Scene scene;

    /** The provider under test. */
    protected abstract ConnectorProvider provider();

    /** A world of its own for one test; the suite closes it. */
    protected abstract World world() throws Exception;

    /** The access that is granted; a connector that knows owners runs the suite for them too. */
    protected String access() {
        return "member";
    }

    /** How long the suite waits for what the other side may show a moment later. */
    protected Duration patience() {
        return Scene.PATIENT;
    }

    @BeforeEach
    final void openScene() throws Exception {
        scene = new Scene(provider(), access(), world(), patience());
    }

    @AfterEach
    final void closeScene() {
        if (scene != null) {
            scene.close();
        }
    }

    @Override
    public final Scene scene() {
        return Objects.requireNonNull(scene, "the scene opens before each test");
    }
}
