package dev.ephor.provisioning.delivering;

import static dev.ephor.kit.test.Patiently.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.EventCodec;
import dev.ephor.events.ProvisioningEvent.ProvisioningStuck;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.provisioning.OtherServices;
import dev.ephor.provisioning.QuickRetries;
import dev.ephor.provisioning.Scene;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connector that tells its secret wherever it can, and every place where one might read it. */
@QuarkusTest
@TestProfile(QuickRetries.class)
class SecretsTest {
    private static final String SECRET = "token-of-app1";
    private static final String TARGETS = "/ephor/v1/targets/";

    @Inject OtherServices others;
    @Inject Catalog catalog;

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Handler listening =
            new Handler() {
                @Override
                public void publish(LogRecord said) {
                    logged.add(new SimpleFormatter().format(said));
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listening);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("").removeHandler(listening);
    }

    @Test
    void are_read_nowhere() {
        // Given
        var scene = leaky();
        scene.grant("dana");
        others.await(scene.key("dana"), ProvisioningStuck.class, _ -> true);

        // When
        List<String> read = everythingThatCanBeRead(scene);

        // Then
        assertThat(read).noneMatch(text -> text.contains(SECRET));
        assertThat(read).noneMatch(text -> text.contains(LeakyConnectorProvider.ISSUED));
        assertThat(read).anyMatch(text -> text.contains("the token *** was refused"));
        assertThat(read).anyMatch(text -> text.contains("client_secret=***"));
    }

    private List<String> everythingThatCanBeRead(Scene scene) {
        var read = new ArrayList<String>();
        others.about(scene.key("dana"))
                .forEach(
                        event ->
                                read.add(
                                        new String(
                                                EventCodec.encode(event).value(),
                                                StandardCharsets.UTF_8)));
        read.addAll(logOf(scene));
        read.add(text(admin().get("/ephor/v1/stuck"), 200));
        read.add(text(admin().get("/ephor/v1/targets"), 200));
        read.add(text(admin().post(TARGETS + scene.target() + "/test"), 200));
        read.add(text(validated(scene, Map.of("tokenRef", "APP1_TOKEN")), 200));
        read.add(text(validated(scene, Map.of("tokenRef", "APP1_TOKEN", "refuse", "me")), 422));
        read.add(given().get("/q/metrics").asString());
        read.addAll(logged);
        return read;
    }

    private static List<String> logOf(Scene scene) {
        var lines = admin().get("/ephor/v1/provisioning-log?target=" + scene.target());
        var read = new ArrayList<>(List.of(text(lines, 200)));
        List<Integer> ids = lines.jsonPath().getList("entries.id");
        ids.forEach(id -> read.add(text(admin().get("/ephor/v1/provisioning-log/" + id), 200)));
        return read;
    }

    private static Response validated(Scene scene, Map<String, String> settings) {
        return admin().contentType("application/json")
                .body(Map.of("id", scene.target(), "kind", "leaky", "settings", settings))
                .post(TARGETS + "validate");
    }

    private static String text(Response answer, int status) {
        answer.then().statusCode(status);
        return answer.headers() + answer.asString();
    }

    private Scene leaky() {
        var scene = Scene.withTargets(1, others, catalog);
        scene.define(scene.target(), "leaky", Map.of("tokenRef", "APP1_TOKEN"));
        await().until(
                        () ->
                                catalog.target(Scene.TENANT, scene.target())
                                        .filter(t -> t.kind().equals("leaky"))
                                        .isPresent());
        return scene;
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(TestIssuer.token("somebody", "Ephor.Admin"));
    }
}
