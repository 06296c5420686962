package dev.ephor.provisioning.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ephor.events.ProvisioningEvent.ProvisioningConfirmed;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.provisioning.OtherServices;
import dev.ephor.provisioning.QuickRetries;
import dev.ephor.provisioning.Scene;
import dev.ephor.quickstart.app.Account;
import dev.ephor.quickstart.app.ScimApplication;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
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
}
