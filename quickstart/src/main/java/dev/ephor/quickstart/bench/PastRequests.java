package dev.ephor.quickstart.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.quickstart.bench.Estate.Right;
import dev.ephor.quickstart.client.Approver;
import dev.ephor.quickstart.client.HttpCalls;
import dev.ephor.quickstart.client.Polling;
import dev.ephor.quickstart.client.Requester.Wish;
import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.platform.ServiceName;
import dev.ephor.quickstart.world.Person;
import dev.ephor.quickstart.world.World;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What was asked and decided before anybody measures, through the API: most of it decided, some of
 * it waiting, and most of both at the approver whose inbox is looked at.
 */
final class PastRequests {
    private static final int BUSY_DECIDED = 900;
    private static final int BUSY_WAITING = 300;
    private static final int DECIDED = 50;
    private static final int WAITING = 5;
    private static final Duration WINDOW = Duration.ofHours(1);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String GRAPH = "/v1.0/identityGovernance/privilegedAccess/group/";
    private static final String COUNTED = "$count=true&$top=1";
    private static final String WAITING_REQUESTS =
            "assignmentScheduleRequests?$filter=status%20eq%20'PendingApproval'&" + COUNTED;
    private static final String INBOX = "/filterByCurrentUser(on='approver')?" + COUNTED;

    private final Platform platform;
    private final Estate estate;
    private final PrintStream out;

    PastRequests(Platform platform, Estate estate, PrintStream out) {
        this.platform = platform;
        this.estate = estate;
        this.out = out;
    }

    /** A request that was made. */
    private record Made(Right right, String id) {}

    /** Returns when both services know of all of it. */
    void make() {
        List<Right> decided = new ArrayList<>();
        List<Right> waiting = new ArrayList<>();
        for (Person approver : estate.approvers()) {
            boolean busy = approver.equals(estate.approvers().getFirst());
            List<Right> rights = estate.approvedBy(approver);
            int first = busy ? BUSY_DECIDED : DECIDED;
            decided.addAll(rights.subList(0, first));
            waiting.addAll(rights.subList(first, first + (busy ? BUSY_WAITING : WAITING)));
        }
        List<Made> made = crew("requests asked").each(decided, this::ask);
        crew("requests decided").each(made, this::decide);
        await(World.ADMIN, ServiceName.REQUEST, WAITING_REQUESTS, 0);
        crew("requests asked that will wait").each(waiting, this::ask);
        Person busy = estate.approvers().getFirst();
        await(busy, ServiceName.REQUEST, "assignmentScheduleRequests" + INBOX, BUSY_WAITING);
        await(busy, ServiceName.APPROVAL, "assignmentApprovals" + INBOX, BUSY_WAITING);
    }

    private Crew crew(String what) {
        return new Crew(what, out);
    }

    private Made ask(Right right) {
        String id = right.person().id();
        var wish = new Wish(id, right.group().id(), WINDOW, "load of the benchmark", null);
        HttpCalls.Reply reply = platform.requester(right.person(), SignIn.MFA).activate(wish);
        return new Made(right, expected(201, reply).path("id").asText());
    }

    /** approval-service may not have heard of it yet. */
    private int decide(Made made) {
        Approver approver = platform.approver(made.right().approver(), SignIn.MFA);
        boolean isDenied = made.id().hashCode() % 3 == 0;
        HttpCalls.Reply reply =
                Polling.until(
                                PATIENCE,
                                () -> approver.decide(made.id(), isDenied ? "deny" : "approve"),
                                answer -> answer.status() != 404)
                        .orElseThrow();
        expected(200, reply);
        return reply.status();
    }

    private void await(Person viewer, ServiceName service, String list, int count) {
        var http = new HttpCalls(platform.issuer().token(viewer.name(), SignIn.MFA));
        String url = platform.service(service.text()).url() + GRAPH + list;
        var reached =
                Polling.until(
                        PATIENCE,
                        () -> expected(200, http.get(url)).path("@odata.count").asInt(-1),
                        found -> found == count);
        if (reached.isEmpty()) {
            throw new IllegalStateException("%s never came to %d entries".formatted(url, count));
        }
    }

    private static JsonNode expected(int status, HttpCalls.Reply reply) {
        if (reply.status() != status) {
            throw new IllegalStateException("the benchmark cannot be prepared: " + reply);
        }
        return reply.body();
    }
}
