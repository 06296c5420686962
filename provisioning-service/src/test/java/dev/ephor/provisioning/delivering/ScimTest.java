package dev.ephor.provisioning.delivering;

import static dev.ephor.kit.test.Patiently.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Exchange;
import dev.ephor.events.ProvisioningEvent.ProvisioningConfirmed;
import dev.ephor.events.ProvisioningEvent.ProvisioningStuck;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.provisioning.OtherServices;
import dev.ephor.provisioning.QuickRetries;
import dev.ephor.provisioning.Scene;
import dev.ephor.provisioning.application.StuckBoard;
import dev.ephor.quickstart.app.Account;
import dev.ephor.quickstart.app.ScimApplication;
import dev.ephor.quickstart.http.Fault;
import dev.ephor.quickstart.http.FaultRule;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real SCIM application behind the connector that a service is shipped with. */
@QuarkusTest
@TestProfile(QuickRetries.class)
class ScimTest {
    @Inject OtherServices others;
    @Inject Catalog catalog;
    @Inject StuckBoard board;

    private final String target = "app1-" + UUID.randomUUID();
    private ScimApplication app1;
    private Scene scene;

    @BeforeEach
    void start() {
        app1 = ScimApplication.start(0, "token-of-app1");
        scene = Scene.at(target, others, catalog);
        scene.define(target, "scim", Map.of("url", app1.scimUrl(), "tokenRef", "APP1_TOKEN"));
        await().until(() -> catalog.target(Scene.TENANT, target).isPresent());
        scene.see("dana-id", "dana@example.com");
    }

    @AfterEach
    void stop() {
        app1.close();
    }

    @Test
    void makes_a_user_a_member_of_the_applications_group_and_takes_it_out_again() {
        // Given
        scene.grant("dana-id");
        scene.awaitActive("dana-id");
        assertThat(app1.members(scene.displayName()))
                .extracting(Account::userName)
                .containsExactly("dana@example.com");

        // When
        others.say(scene.ended("dana-id", 2));
        others.await(scene.key("dana-id"), ProvisioningConfirmed.class, c -> c.generation() == 2);

        // Then
        assertThat(app1.members(scene.displayName())).isEmpty();
        others.say(scene.removed("dana-id", 2));
        scene.awaitEnded("dana-id");
    }

    @Test
    void proves_by_what_was_exchanged_that_an_application_lies() {
        // Given
        scene.grant("dana-id");
        scene.awaitActive("dana-id");
        app1.faults().add(FaultRule.always("PATCH", "/Groups/", Fault.lie()));

        // When
        others.say(scene.ended("dana-id", 2));
        others.await(scene.key("dana-id"), ProvisioningStuck.class, _ -> true);

        // Then
        List<Exchange> proof =
                board.of(Scene.TENANT).stream()
                        .filter(stuck -> stuck.target().equals(target))
                        .flatMap(stuck -> stuck.exchanges().stream())
                        .toList();
        assertThat(proof)
                .anySatisfy(
                        told -> {
                            assertThat(told.operation()).isEqualTo("PATCH");
                            assertThat(told.status()).isEqualTo(204);
                            assertThat(told.sent()).contains("remove");
                        });
        assertThat(proof.getLast().operation()).isEqualTo("GET");
        assertThat(proof.toString()).doesNotContain("token-of-app1");
        app1.faults().clear();
        others.say(scene.removed("dana-id", 2));
        scene.awaitEnded("dana-id");
    }
}
