package dev.ephor.request.rest;

import static dev.ephor.kit.test.Patiently.await;
import static dev.ephor.request.testing.Calls.activated;
import static dev.ephor.request.testing.Calls.as;
import static dev.ephor.request.testing.ExampleCompany.APPROVER;
import static dev.ephor.request.testing.ExampleCompany.LATER;
import static dev.ephor.request.testing.ExampleCompany.LAX;
import static dev.ephor.request.testing.ExampleCompany.STRICT;
import static dev.ephor.request.testing.ExampleCompany.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.kit.test.Platform;
import dev.ephor.request.testing.ExampleCompany;
import dev.ephor.request.testing.Others;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class MyEligibilitiesTest {
    @Inject Others others;

    @Test
    void shows_what_can_be_activated_now_and_nothing_that_is_over() {
        mine(someone(), "")
                .body("entries.group", hasItems(STRICT, LAX))
                .body("entries.group", not(hasItem(LATER)))
                .body("entries.state", everyItem(equalTo("eligible")));
    }

    @Test
    void tells_what_will_be_asked() {
        mine(someone(), "?group=" + STRICT)
                .body("entries[0].groupName", equalTo("App1 Administrators"))
                .body("entries[0].terms.maximumDuration", equalTo("PT8H"))
                .body("entries[0].terms.defaultDuration", equalTo("PT1H"))
                .body("entries[0].terms.durations", hasItem("PT2H"))
                .body("entries[0].terms.signIn.acr", equalTo("urn:ephor:acr:mfa"))
                .body("entries[0].terms.justificationMinimum", equalTo(10))
                .body("entries[0].terms.ticket.system", equalTo("Helpdesk"))
                .body(
                        "entries[0].terms.stages[0].panels[0].approvers.id",
                        equalTo(List.of(APPROVER)));
        mine(someone(), "?group=" + LAX)
                .body("entries[0].terms.stages", empty())
                .body("entries[0].terms.ticket", nullValue());
    }

    @Test
    void tells_whether_it_is_pending_or_active() {
        // Given
        String me = someone();
        String id = activated(me);
        mine(me, "?group=" + LAX)
                .body("entries[0].state", equalTo("pending"))
                .body("entries[0].activation", equalTo(id));

        // When
        Instant now = Instant.now();
        var key = Others.key(me, LAX);
        others.say(
                id,
                new ActivationApproved(
                        key, id, "e1", now, now.plusSeconds(60), now, List.of(), null));

        // Then
        await().untilAsserted(
                        () ->
                                mine(me, "?group=" + LAX)
                                        .body("entries[0].state", equalTo("active")));
    }

    @Test
    void pages_by_its_links() {
        String me = someone();
        List<String> all = mine(me, "").extract().path("entries.id");
        var seen = new ArrayList<String>();
        for (String next = "/ephor/v1/eligibilities?limit=1"; next != null; ) {
            var page = as(me).urlEncodingEnabled(false).get(next).then().statusCode(200).extract();
            seen.addAll(page.path("entries.id"));
            next = page.path("nextLink");
        }
        assertThat(seen).isEqualTo(all);
    }

    private static ValidatableResponse mine(String who, String more) {
        return as(who).get("/ephor/v1/eligibilities" + more).then().statusCode(200);
    }
}
