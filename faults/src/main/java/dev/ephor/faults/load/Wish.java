package dev.ephor.faults.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.http.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something to ask for.
 *
 * @param token in whose name
 * @param start when the membership is to begin; empty for at once
 * @param announced whether the start is part of the request, or follows from it
 */
record Wish(
        String action,
        String token,
        String group,
        String principal,
        Optional<Instant> start,
        boolean announced,
        Optional<Instant> end) {

    /** To be a member from now on. */
    static Wish activation(Life.Who who, Instant end) {
        return new Wish(
                "selfActivate",
                who.token(),
                who.group(),
                who.principal(),
                Optional.empty(),
                false,
                Optional.of(end));
    }

    /** No longer to be one. */
    static Wish ending(String action, String by, Life.Who who) {
        return new Wish(
                action,
                by,
                who.group(),
                who.principal(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    ObjectNode body() {
        ObjectNode body =
                Json.object()
                        .put("action", action)
                        .put("accessId", "member")
                        .put("principalId", principal)
                        .put("groupId", group)
                        .put("justification", "load of the fault suite");
        end.ifPresent(
                instant ->
                        body.putObject("scheduleInfo")
                                .set(
                                        "expiration",
                                        Json.tree(
                                                Map.of(
                                                        "type",
                                                        "afterDateTime",
                                                        "endDateTime",
                                                        instant.toString()))));
        if (announced && start.isPresent()) {
            body.withObject("scheduleInfo").put("startDateTime", start.get().toString());
        }
        return body;
    }

    /** The beginning of its line in the client's log. */
    ObjectNode line() {
        return ClientLog.line("ask")
                .put("action", action)
                .put("group", group)
                .put("principal", principal)
                .put("start", start.map(Instant::toEpochMilli).orElse(0L))
                .put("end", end.map(Instant::toEpochMilli).orElse(0L));
    }
}
