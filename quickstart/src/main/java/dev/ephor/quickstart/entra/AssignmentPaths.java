package dev.ephor.quickstart.entra;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.entra.Assignment.Link;
import dev.ephor.quickstart.entra.AssignmentRequest.Action;
import dev.ephor.quickstart.http.Json;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import dev.ephor.quickstart.http.Router;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * PIM for Groups as far as an app has use for it: active assignments are asked for under {@code
 * assignmentScheduleRequests} and read under {@code assignmentSchedules}.
 */
final class AssignmentPaths {
    private static final String BASE = "/v1.0/identityGovernance/privilegedAccess/group/";
    private static final String CONTEXT =
            "https://graph.microsoft.com/v1.0/$metadata#identityGovernance/privilegedAccess/group/";
    private static final Pattern CLAUSE = Pattern.compile("(groupId|principalId) eq '([^']*)'");

    private final Assignments assignments;
    private final AssignmentRequests requests;
    private final Map<String, ObjectNode> carriedOut = new ConcurrentHashMap<>();

    AssignmentPaths(Directory directory, Assignments assignments) {
        this.assignments = assignments;
        this.requests = new AssignmentRequests(directory, assignments);
    }

    void addTo(Router router) {
        String asked = BASE + "assignmentScheduleRequests";
        router.on("POST", asked, (request, _) -> ask(request))
                .on("GET", asked + "/{id}", (_, p) -> read(p.of("id")))
                .on("GET", BASE + "assignmentSchedules", (request, _) -> schedules(request));
    }

    private Reply ask(Request request) {
        ObjectNode body = Bodies.object(request);
        Instant now = assignments.now();
        AssignmentRequest asked = AssignmentRequest.read(body, now);
        String id = UUID.randomUUID().toString();
        Assignment assignment = requests.carryOut(asked, id);
        ObjectNode json = written(body, asked, assignment, now);
        if (!asked.validationOnly()) {
            carriedOut.put(id, json);
        }
        return Reply.json(201, json);
    }

    private static ObjectNode written(
            ObjectNode body, AssignmentRequest asked, Assignment assignment, Instant now) {
        ObjectNode json = Json.object();
        json.put("@odata.context", CONTEXT + "assignmentScheduleRequests/$entity");
        json.put("id", assignment.requestId());
        json.put("status", asked.action() == Action.ADMIN_REMOVE ? "Revoked" : "Provisioned");
        json.put("createdDateTime", now.toString());
        json.put("completedDateTime", now.toString());
        json.putNull("approvalId").putNull("customData");
        json.put("action", body.path("action").asText());
        json.put("isValidationOnly", asked.validationOnly());
        writeLink(json, assignment.link());
        json.put("targetScheduleId", assignment.scheduleId());
        json.set("justification", body.get("justification"));
        json.set("scheduleInfo", body.get("scheduleInfo"));
        json.set("ticketInfo", body.get("ticketInfo"));
        return json;
    }

    private Reply read(String id) {
        return Optional.ofNullable(carriedOut.get(id))
                .map(json -> Reply.json(200, json))
                .orElseThrow(
                        () ->
                                new GraphException(
                                        404,
                                        "RoleAssignmentRequestNotFound",
                                        "The request '" + id + "' is not found."));
    }

    private Reply schedules(Request request) {
        Map<String, String> wanted = wanted(request.parameter("$filter"));
        ObjectNode json = Json.object();
        json.put("@odata.context", CONTEXT + "assignmentSchedules");
        ArrayNode value = json.putArray("value");
        assignments.all().stream()
                .filter(a -> is(wanted.get("groupId"), a.link().group()))
                .filter(a -> is(wanted.get("principalId"), a.link().principal()))
                .map(AssignmentPaths::schedule)
                .forEach(value::add);
        return Reply.json(200, json);
    }

    private static boolean is(@Nullable String wanted, String id) {
        return wanted == null || wanted.equalsIgnoreCase(id);
    }

    /** Without a group or a principal PIM lists nothing. */
    private static Map<String, String> wanted(@Nullable String filter) {
        if (filter == null) {
            throw PimErrors.noFilter();
        }
        Map<String, String> wanted = new HashMap<>();
        for (String text : filter.strip().split("\\s+and\\s+")) {
            Matcher clause = CLAUSE.matcher(text);
            if (!clause.matches()) {
                throw PimErrors.noFilter();
            }
            wanted.put(clause.group(1), clause.group(2));
        }
        return wanted;
    }

    private static ObjectNode schedule(Assignment assignment) {
        ObjectNode json = Json.object();
        json.put("id", assignment.scheduleId());
        writeLink(json, assignment.link());
        json.put("memberType", "direct").put("assignmentType", "assigned");
        json.put("createdDateTime", assignment.since().toString());
        json.put("createdUsing", assignment.requestId());
        json.putNull("modifiedDateTime").put("status", "Provisioned");
        ObjectNode info = json.putObject("scheduleInfo");
        info.put("startDateTime", assignment.since().toString()).putNull("recurrence");
        Instant until = assignment.until();
        info.putObject("expiration")
                .put("type", until == null ? "noExpiration" : "afterDateTime")
                .put("endDateTime", until == null ? null : until.toString())
                .putNull("duration");
        return json;
    }

    private static void writeLink(ObjectNode json, Link link) {
        json.put("principalId", link.principal());
        json.put("groupId", link.group());
        json.put("accessId", link.access().accessId());
    }
}
