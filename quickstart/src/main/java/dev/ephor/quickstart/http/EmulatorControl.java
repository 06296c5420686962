package dev.ephor.quickstart.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The emulator's own paths beside the API that it imitates, without authentication: `GET
 * /_emulator/journal?after=n`, `GET /_emulator/calls`, `GET`, `POST` and `DELETE
 * /_emulator/faults`.
 */
public final class EmulatorControl implements Endpoint {
    private static final String PREFIX = "/_emulator/";

    private final Router router = new Router();
    private final Endpoint api;
    private final Calls calls;

    public EmulatorControl(Journal<?> journal, Faults faults, Calls calls, Endpoint api) {
        this.api = api;
        this.calls = calls;
        router.on("GET", PREFIX + "journal", (request, _) -> entries(journal, request))
                .on("GET", PREFIX + "calls", (_, _) -> Reply.json(200, calls.byMethod()))
                .on("GET", PREFIX + "faults", (_, _) -> active(faults))
                .on("POST", PREFIX + "faults", (request, _) -> arm(faults, request))
                .on("DELETE", PREFIX + "faults", (_, _) -> clear(faults));
    }

    /** Adds a path of one emulator alone; not for use while requests are answered. */
    public EmulatorControl with(String method, String path, Router.Action action) {
        router.on(method, PREFIX + path, action);
        return this;
    }

    @Override
    public Answer answer(Request request) {
        if (request.path().startsWith(PREFIX)) {
            return router.route(request)
                    .orElseGet(() -> error(404, "No such path of the emulator"));
        }
        calls.count(request.method());
        return api.answer(request);
    }

    private static Reply entries(Journal<?> journal, Request request) {
        @Nullable String after = request.parameter("after");
        return Reply.json(200, journal.after(after == null ? 0 : Long.parseLong(after)));
    }

    private static Reply active(Faults faults) {
        return Reply.json(200, faults.active().stream().map(FaultJson::write).toList());
    }

    private static Reply arm(Faults faults, Request request) {
        ObjectNode json =
                Json.parseObject(request.body())
                        .orElseThrow(
                                () -> new IllegalArgumentException("the body is no JSON object"));
        faults.add(FaultJson.read(json));
        return Reply.empty(204);
    }

    private static Reply clear(Faults faults) {
        faults.clear();
        return Reply.empty(204);
    }

    private static Reply error(int status, String message) {
        return Reply.json(status, Map.of("error", message));
    }
}
