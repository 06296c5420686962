package dev.ephor.quickstart.app;

import dev.ephor.quickstart.http.Calls;
import dev.ephor.quickstart.http.EmulatorControl;
import dev.ephor.quickstart.http.Endpoint;
import dev.ephor.quickstart.http.Faults;
import dev.ephor.quickstart.http.FaultyEndpoint;
import dev.ephor.quickstart.http.Journal;
import dev.ephor.quickstart.http.LoopbackServer;
import java.util.List;
import java.util.function.Predicate;

/**
 * App1: an application on loopback that is provisioned through SCIM 2.0, with a journal of what
 * really changed and faults on command. Thread-safe.
 */
public final class ScimApplication implements AutoCloseable {
    private final AppState state = new AppState();
    private final Faults faults = new Faults();
    private final Calls calls = new Calls();
    private final LoopbackServer server;

    private ScimApplication(int port, Predicate<String> admits, Manners manners) {
        Endpoint scim = new ScimEndpoint(ScimLibrary.over(state), admits);
        Endpoint mannerly =
                manners.equals(Manners.PLAIN)
                        ? scim
                        : new MannerlyEndpoint(manners, state.users()::has, scim);
        FaultyEndpoint faulty = new FaultyEndpoint(faults, new ScimErrors(), mannerly);
        server =
                LoopbackServer.start(
                        port, new EmulatorControl(state.journal(), faults, calls, faulty));
    }

    /**
     * @param port 0 for any free one
     * @param bearerToken what a client must send with every SCIM call
     */
    public static ScimApplication start(int port, String bearerToken) {
        String authorization = "Bearer " + bearerToken;
        return start(port, authorization::equals, Manners.PLAIN);
    }

    /**
     * @param port 0 for any free one
     * @param admits whether a client with this `Authorization` may come in; it is empty where the
     *     client sends none
     */
    public static ScimApplication start(int port, Predicate<String> admits, Manners manners) {
        return new ScimApplication(port, admits, manners);
    }

    /** The base URL for a SCIM client: `http://127.0.0.1:PORT/scim/v2`. */
    public String scimUrl() {
        return server.url() + ScimEndpoint.ROOT;
    }

    public int port() {
        return server.port();
    }

    /** The group's members in the order in which they came; empty where there is no such group. */
    public List<Account> members(String groupDisplayName) {
        return state
                .groups()
                .named(groupDisplayName)
                .map(AppGroup::members)
                .orElse(List.of())
                .stream()
                .map(state.users()::account)
                .toList();
    }

    public boolean hasGroup(String groupDisplayName) {
        return state.groups().named(groupDisplayName).isPresent();
    }

    public List<Account> accounts() {
        return state.users().all().stream().map(Users::account).toList();
    }

    public Journal<AppEffect> journal() {
        return state.journal();
    }

    public Faults faults() {
        return faults;
    }

    /** All requests but the emulator's own paths. */
    public Calls calls() {
        return calls;
    }

    @Override
    public void close() {
        faults.close();
        server.close();
    }
}
