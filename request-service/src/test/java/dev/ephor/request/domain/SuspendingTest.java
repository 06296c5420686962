package dev.ephor.request.domain;

import static dev.ephor.request.domain.ActivationDeciderTest.requested;
import static dev.ephor.request.domain.Example.KEY;
import static dev.ephor.request.domain.Example.NOW;
import static dev.ephor.request.domain.Example.good;
import static dev.ephor.request.domain.Given.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.RevocationRequested;
import dev.ephor.events.Scope;
import dev.ephor.events.ScopeKind;
import dev.ephor.request.domain.Command.Clear;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a suspension refuses, and what the kill switch ends. */
class SuspendingTest {
    private static final Scope PERSON = Scope.principal("tenant", "user-a");

    private static Suspension suspension(Scope scope, Instant until) {
        return new Suspension(scope, until);
    }

    private static Clear clear(boolean revokes, Instant until) {
        var order = new Order("o1", PERSON, revokes, true, until, "soc", "api", "stolen", NOW);
        return new Clear(good().id("c1").by("soc").asking(), order);
    }

    private static RevocationRequested revoked() {
        return new RevocationRequested(KEY, "r1", "c1", "soc", "stolen", NOW);
    }

    private static ActivationCanceled canceled() {
        return new ActivationCanceled(KEY, "r1", "soc", "stolen", NOW);
    }

    @ParameterizedTest
    @CsvSource({"TENANT,", "PRINCIPAL,user-a", "GROUP,admins", "MEMBERSHIP,admins/user-a/member"})
    void refuses_what_it_covers(ScopeKind kind, String id) {
        given().when(good().suspended(suspension(new Scope("tenant", kind, id), null)).submit())
                .thenRefusedBecause("AccessSuspended", "until somebody resumes it");
    }

    @ParameterizedTest
    @CsvSource({
        "PRINCIPAL,user-b",
        "GROUP,others",
        "TARGET,app1",
        "MEMBERSHIP,admins/user-a/owner"
    })
    void lets_pass_what_it_does_not_cover(ScopeKind kind, String id) {
        given().when(good().suspended(suspension(new Scope("tenant", kind, id), null)).submit())
                .thenRequested();
    }

    @Test
    void covers_the_groups_of_an_application() {
        var app = suspension(new Scope("tenant", ScopeKind.TARGET, "app1"), null);
        assertThat(app.covers(KEY, List.of("app2", "app1"))).isTrue();
        assertThat(app.covers(KEY, List.of("app2"))).isFalse();
    }

    @Test
    void covers_nothing_of_another_tenant() {
        assertThat(suspension(Scope.tenant("another"), null).covers(KEY, List.of())).isFalse();
    }

    @Test
    void ends_by_itself() {
        var ended = suspension(PERSON, NOW);
        var goesOn = suspension(PERSON, NOW.plusSeconds(1));
        given().when(good().suspended(ended).submit()).thenRequested();
        given().when(good().suspended(ended, goesOn).submit())
                .thenRefusedBecause("AccessSuspended", "until 2026-03-04T09:00:01Z");
    }

    @Test
    void refuses_what_an_admin_assigns_too() {
        var assigned = good().action(RequestAction.ADMIN_ASSIGN).byAdmin();
        given().when(assigned.suspended(suspension(PERSON, null)).submit())
                .thenRefusedBy("AccessSuspended");
    }

    @Test
    void cancels_a_scheduled_window_that_would_begin_while_it_stands() {
        Instant start = NOW.plus(Duration.ofDays(4));
        given(requested(good().start(start)))
                .heard(Heard.approvedFor(start, start.plusSeconds(60)))
                .when(
                        good().suspended(suspension(PERSON, null))
                                .at(start.minusSeconds(2))
                                .recheck("r1"))
                .then(
                        new ActivationCanceled(
                                KEY,
                                "r1",
                                "ephor",
                                "It no longer holds when it begins: The access of this person is"
                                        + " suspended until somebody resumes it: ask those who"
                                        + " respond to incidents.",
                                start.minusSeconds(2)));
    }

    @Test
    void the_kill_switch_ends_what_is_active_pending_and_scheduled() {
        Instant later = NOW.plus(Duration.ofDays(4));
        given(requested(good())).when(clear(true, null)).then(canceled());
        given(requested(good()))
                .heard(Heard.approvedFor(NOW, Heard.END))
                .when(clear(true, null))
                .then(revoked());
        given(requested(good().start(later)))
                .heard(Heard.approvedFor(later, later.plusSeconds(60)))
                .when(clear(true, null))
                .then(canceled());
    }

    @Test
    void a_suspension_alone_leaves_what_is_active_and_what_begins_after_it() {
        Instant later = NOW.plus(Duration.ofDays(4));
        given(requested(good()))
                .heard(Heard.approvedFor(NOW, Heard.END))
                .when(clear(false, null))
                .thenNothing();
        given(requested(good())).when(clear(false, null)).then(canceled());
        var scheduled =
                given(requested(good().start(later)))
                        .heard(Heard.approvedFor(later, later.plusSeconds(60)));
        scheduled.when(clear(false, later)).thenNothing();
        scheduled.when(clear(false, later.plusSeconds(1))).then(canceled());
    }

    @Test
    void what_is_over_is_not_ended_again() {
        given(requested(good()), canceled()).when(clear(true, null)).thenNothing();
    }
}
