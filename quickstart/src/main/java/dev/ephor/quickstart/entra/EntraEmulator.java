package dev.ephor.quickstart.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.http.Calls;
import dev.ephor.quickstart.http.EmulatorControl;
import dev.ephor.quickstart.http.Faults;
import dev.ephor.quickstart.http.FaultyEndpoint;
import dev.ephor.quickstart.http.Journal;
import dev.ephor.quickstart.http.Json;
import dev.ephor.quickstart.http.LoopbackServer;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * An imitation of Entra ID on loopback: Microsoft Graph v1.0's wire shapes for users, groups and
 * memberships and for the active assignments of PIM, a token endpoint, a journal of what really
 * changed, and faults on command. Object ids are GUIDs. Thread-safe.
 */
public final class EntraEmulator implements AutoCloseable {
    private final Directory directory = new Directory();
    private final Assignments assignments = new Assignments(directory);
    private final Faults faults = new Faults();
    private final Calls calls = new Calls();
    private final BearerTokens tokens = new BearerTokens();
    private final Throttle throttle;
    private final Registration registration;
    private final LoopbackServer server;

    private EntraEmulator(int port, Registration registration) {
        this.registration = registration;
        GraphErrors errors = new GraphErrors();
        GraphApi graph = new GraphApi(directory, assignments);
        // Faults befall the items of a batch one by one, and the batch itself like any other
        // request.
        throttle = new Throttle(graph);
        graph.withBatch(new FaultyEndpoint(faults, errors, throttle));
        FrontDoor door = new FrontDoor(new TokenEndpoint(registration, tokens), tokens, throttle);
        FaultyEndpoint faulty = new FaultyEndpoint(faults, errors, door);
        server =
                LoopbackServer.start(
                        port,
                        new EmulatorControl(directory.journal(), faults, calls, faulty)
                                .with("POST", "limits", (request, _) -> limit(request))
                                .with("DELETE", "limits", (_, _) -> unlimited()));
    }

    /**
     * @param port 0 for any free one
     */
    public static EntraEmulator start(int port) {
        return start(port, Registration.QUICKSTART);
    }

    public static EntraEmulator start(int port, Registration registration) {
        return new EntraEmulator(port, registration);
    }

    /** The base URL for a Graph client: `http://127.0.0.1:PORT/v1.0`. */
    public String graphUrl() {
        return server.url() + "/v1.0";
    }

    /** Where the registered application gets its tokens. */
    public String tokenUrl() {
        return server.url() + "/" + registration.tenantId() + "/oauth2/v2.0/token";
    }

    public int port() {
        return server.port();
    }

    public Registration registration() {
        return registration;
    }

    /** A token as the token endpoint would issue it. */
    public String issueToken() {
        return tokens.issue();
    }

    /** Makes every token issued so far invalid; Graph answers 401 to them from now on. */
    public void revokeTokens() {
        tokens.revokeAll();
    }

    public void addUser(String id, String displayName, String userPrincipalName) {
        ObjectNode given = Json.object();
        given.put("id", id)
                .put("displayName", displayName)
                .put("userPrincipalName", userPrincipalName);
        directory.put(NewObjects.user(given));
    }

    /** A cloud security group. */
    public void addGroup(String id, String displayName) {
        directory.put(
                NewObjects.group(Json.object().put("id", id).put("displayName", displayName)));
    }

    /** A group whose members a rule decides, which Graph therefore refuses to write. */
    public void addDynamicGroup(String id, String displayName) {
        ObjectNode given = Json.object().put("id", id).put("displayName", displayName);
        given.putArray("groupTypes").add("DynamicMembership");
        directory.put(NewObjects.group(given));
    }

    /** A group mastered on premises, which Graph therefore refuses to write. */
    public void addSynchronisedGroup(String id, String displayName) {
        ObjectNode given = Json.object().put("id", id).put("displayName", displayName);
        directory.put(NewObjects.group(given.put("onPremisesSyncEnabled", true)));
    }

    public void addMember(String group, String principal) {
        add(group, principal, Access.MEMBER);
    }

    public void addOwner(String group, String principal) {
        add(group, principal, Access.OWNER);
    }

    /** As an admin would by hand, whatever the kind of group. */
    public void add(String group, String principal, Access access) {
        String id = directory.object(ObjectIds.of(principal)).id();
        directory.addAll(directory.group(group), access, List.of(id));
    }

    /** As an admin would by hand, whatever the kind of group. */
    public void remove(String group, String principal, Access access) {
        directory.remove(directory.group(group), access, ObjectIds.of(principal));
    }

    /** The truth about who is a direct member, whatever the read lag. */
    public List<String> members(String group) {
        return directory.group(group).all(Access.MEMBER);
    }

    public List<String> owners(String group) {
        return directory.group(group).all(Access.OWNER);
    }

    public boolean isMember(String group, String principal) {
        String id = ObjectIds.of(principal);
        return directory.group(group).links(Access.MEMBER, links -> links.holds(id));
    }

    /** Assigns in PIM as an admin would by hand, without an end. */
    public void assignForGood(String group, String principal, Access access) {
        var link = new Assignment.Link(ObjectIds.of(group), access, ObjectIds.of(principal));
        String request = UUID.randomUUID().toString();
        assignments.assign(new Assignment(link, request, assignments.now(), null));
    }

    /**
     * Puts PIM's clock forward: the assignments that are over by then have ended when this returns.
     */
    public void passTime(Duration by) {
        assignments.forward(by);
    }

    /** How long reads over HTTP lag behind writes from now on; zero at the start. */
    public void readLag(Duration lag) {
        directory.lag(lag);
    }

    /**
     * From now on keeps to limits as Graph does, beginning with full buckets; over HTTP {@code POST
     * /_emulator/limits} with {@code {"writes":3000,"writesPer":150,"units":3500,"unitsPer":10}},
     * which are Graph's own for a small tenant and hold for what is left out.
     */
    public void limit(int writes, Duration writesPer, int units, Duration unitsPer) {
        throttle.limit(new Throttle.Limits(writes, writesPer, units, unitsPer));
    }

    private Reply limit(Request request) {
        ObjectNode json = Json.parseObject(request.body()).orElseGet(Json::object);
        limit(
                json.path("writes").asInt(3_000),
                Duration.ofSeconds(json.path("writesPer").asInt(150)),
                json.path("units").asInt(3_500),
                Duration.ofSeconds(json.path("unitsPer").asInt(10)));
        return Reply.empty(204);
    }

    private Reply unlimited() {
        throttle.unlimited();
        return Reply.empty(204);
    }

    public Journal<DirectoryEffect> journal() {
        return directory.journal();
    }

    public Faults faults() {
        return faults;
    }

    /** All requests but the emulator's own paths; the items of a batch are not counted. */
    public Calls calls() {
        return calls;
    }

    @Override
    public void close() {
        faults.close();
        server.close();
        assignments.close();
    }
}
