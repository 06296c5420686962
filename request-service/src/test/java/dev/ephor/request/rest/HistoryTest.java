package dev.ephor.request.rest;

import static dev.ephor.kit.test.Patiently.await;
import static dev.ephor.request.testing.Calls.activate;
import static dev.ephor.request.testing.Calls.activated;
import static dev.ephor.request.testing.Calls.as;
import static dev.ephor.request.testing.Calls.post;
import static dev.ephor.request.testing.Calls.strict;
import static dev.ephor.request.testing.ExampleCompany.LAX;
import static dev.ephor.request.testing.ExampleCompany.NOBODYS;
import static dev.ephor.request.testing.ExampleCompany.STRICT;
import static dev.ephor.request.testing.ExampleCompany.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.Decision;
import dev.ephor.events.Assurance;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.MembershipRemoved;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.kit.test.Platform;
import dev.ephor.request.testing.ExampleCompany;
import dev.ephor.request.testing.Others;
import dev.ephor.request.testing.Owners;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class HistoryTest {
    private static final String HISTORY = "/ephor/v1/history";
    private static final String AT = "/ephor/v1/memberships-at";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Instant END = NOW.plusSeconds(3600);

    @Inject Others others;
    @Inject Owners owners;

    @Test
    void tells_the_requester_what_was_asked_decided_and_held() {
        // Given
        String me = someone();
        String approver = someone();
        String id = post(me, strict(me)).statusCode(201).extract().path("id");

        // When
        hold(me, STRICT, id, approver);

        // Then
        await().untilAsserted(
                        () ->
                                history(me, "?kind=window")
                                        .body("entries.what", contains("granted")));
        history(me, "?kind=request")
                .body("entries.what", contains("requested"))
                .body("entries[0].by", equalTo(me))
                .body("entries[0].request", equalTo(id));
        history(me, "?kind=decision")
                .body("entries.what", contains("approved"))
                .body("entries[0].by", equalTo(approver))
                .body("entries[0].note", equalTo("fine"));
        history(me, "?kind=eligibility&group=" + STRICT).body("entries.what", contains("assigned"));
    }

    @Test
    void tells_the_approver_what_they_decided() {
        // Given
        String me = someone();
        String approver = someone();
        String id = post(me, strict(me)).statusCode(201).extract().path("id");

        // When
        hold(me, STRICT, id, approver);

        // Then
        await().untilAsserted(
                        () ->
                                history(approver, "?kind=decision")
                                        .body("entries.principal", contains(me)));
    }

    @Test
    void tells_also_what_was_refused() {
        String me = someone();
        post(me, activate(me, NOBODYS, ""));
        history(me, "?kind=request")
                .body("entries.what", contains("refused"))
                .body("entries[0].group", equalTo(NOBODYS))
                .body("entries[0].note", containsString("Rule"));
    }

    @Test
    void shows_nobody_the_history_of_another() {
        String me = someone();
        String id = activated(me);
        String other = someone();
        history(other, "?kind=request").body("entries", empty());
        as(other)
                .get(HISTORY + "?principal=" + me)
                .then()
                .statusCode(403)
                .body("code", equalTo("Authorization_RequestDenied"));
        as(other, "Ephor.Auditor")
                .get(HISTORY + "?principal=" + me)
                .then()
                .statusCode(200)
                .body("entries.request", hasItem(id));
    }

    @Test
    void pages_through_the_timeline_newest_first() {
        // Given
        String me = someone();
        activated(me);
        int all = history(me, "").extract().path("entries.size()");

        // When
        var times = new ArrayList<String>();
        for (String next = HISTORY + "?limit=2"; next != null; ) {
            var page = as(me).urlEncodingEnabled(false).get(next).then().statusCode(200).extract();
            times.addAll(page.path("entries.at"));
            next = page.path("nextLink");
        }

        // Then
        assertThat(times).hasSize(all).hasSizeGreaterThan(2);
        assertThat(times.stream().map(Instant::parse).toList())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void narrows_by_time_and_refuses_what_it_does_not_know() {
        String me = someone();
        activated(me);
        history(me, "?to=2026-01-01T00:00:00Z").body("entries", empty());
        for (String wrong : List.of("?kind=rumour", "?from=yesterday", "?who=me", "?after=x")) {
            as(me).get(HISTORY + wrong).then().statusCode(400);
        }
    }

    @Test
    void knows_who_held_what_at_an_instant() {
        // Given
        String me = someone();
        String id = activated(me);
        var key = Others.key(me, LAX);
        hold(me, LAX, id, someone());
        others.say(id, new ActivationExpired(key, id, 2, END, END, true));
        others.say(id, new MembershipRemoved(key, id, 2, END, END.plusSeconds(2)));
        await().untilAsserted(
                        () -> held(me, "&at=" + NOW.plusSeconds(60)).body("entries", hasSize(1)));

        // When, Then
        held(me, "&at=" + NOW).body("entries", empty());
        held(me, "&at=" + NOW.plusSeconds(60))
                .body("entries[0].group", equalTo(LAX))
                .body("entries[0].principal", equalTo(me))
                .body("entries[0].activation", equalTo(id))
                .body("entries[0].since", equalTo(NOW.plusSeconds(1).toString()));
        await().untilAsserted(() -> held(me, "&at=" + END.plusSeconds(3)).body("entries", empty()));
        held(me, "&at=" + END.plusSeconds(1)).body("entries", hasSize(1));
    }

    @Test
    void an_extension_is_one_membership_at_every_instant() {
        // Given
        String me = someone();
        var key = Others.key(me, LAX);
        String first = activated(me);
        hold(me, LAX, first, someone());
        // The window closes while another goes on: nothing is removed.
        others.say(first, new ActivationExpired(key, first, 2, END, END, false));
        others.say(first, new ActivationEnded(key, first, END));

        // When, Then
        await().untilAsserted(() -> held(me, "&at=" + END.plusSeconds(1)).body("entries", empty()));
        held(me, "&at=" + END.minusSeconds(1)).body("entries", hasSize(1));
    }

    @Test
    void shows_memberships_of_others_to_owners_of_the_group_admins_and_auditors_alone() {
        // Given
        String me = someone();
        String owner = someone();
        hold(me, LAX, activated(me), someone());
        String at = "?at=" + NOW.plusSeconds(60);
        await().untilAsserted(
                        () -> held(me, "&at=" + NOW.plusSeconds(60)).body("entries", hasSize(1)));
        String ofGroup = AT + at + "&group=" + LAX;

        // When
        owners.own(LAX, owner);

        // Then
        as(owner).get(ofGroup).then().statusCode(200).body("entries.principal", hasItem(me));
        as(someone(), "Ephor.Admin")
                .get(AT + at + "&principal=" + me)
                .then()
                .body("entries.principal", everyItem(equalTo(me)));
        as(someone()).get(ofGroup).then().statusCode(403);
        as(someone()).get(AT + at).then().statusCode(403);
        as(someone()).get(AT + "?principal=" + me).then().statusCode(400);
    }

    private void hold(String principal, String group, String id, String approver) {
        var key = Others.key(principal, group);
        var decision =
                new Decision(
                        "s1",
                        approver,
                        new Assurance(null, List.of(), List.of(), NOW),
                        "fine",
                        null);
        others.say(
                id, new ActivationApproved(key, id, "e1", NOW, END, NOW, List.of(decision), null));
        others.say(id, new ActivationGranted(key, id, 1, END, NOW.plusSeconds(1)));
    }

    private static ValidatableResponse history(String who, String more) {
        return as(who).get(HISTORY + more).then().statusCode(200);
    }

    private static ValidatableResponse held(String who, String more) {
        return as(who).get(AT + "?principal=" + who + more).then().statusCode(200);
    }
}
