package dev.ephor.quickstart.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.http.Answer;
import dev.ephor.quickstart.http.Endpoint;
import dev.ephor.quickstart.http.Json;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import java.util.Optional;
import java.util.function.Predicate;

/** Has the application behave as a vendor's does. */
final class MannerlyEndpoint implements Endpoint {
    /** Of requests that are answered as if there were no manners. */
    static final String HAND = "Emulator-Hand";

    private static final byte[] NO_BODY = {};

    private final Manners manners;
    private final PatchRules patching;
    private final ReadRules reading;
    private final Endpoint inner;

    MannerlyEndpoint(Manners manners, Predicate<String> isUser, Endpoint inner) {
        this.manners = manners;
        this.patching = new PatchRules(manners.patching(), isUser);
        this.reading = new ReadRules(manners.reading());
        this.inner = inner;
    }

    @Override
    public Answer answer(Request request) {
        if (request.header(HAND) != null) {
            return inner.answer(request);
        }
        if (!request.path().startsWith(ScimEndpoint.ROOT + "/Groups")) {
            return isNewUser(request) ? created(request) : inner.answer(request);
        }
        return switch (request.method()) {
            case "GET" -> read(request);
            case "PATCH" -> patched(request);
            case "PUT" ->
                    manners.reading().putsGroups()
                            ? inner.answer(request)
                            : ScimErrors.of(405, "A group cannot be replaced");
            default -> inner.answer(request);
        };
    }

    private static boolean isNewUser(Request request) {
        return request.method().equals("POST")
                && request.path().equals(ScimEndpoint.ROOT + "/Users");
    }

    private Answer read(Request request) {
        Optional<Reply> toFilter = reading.toFilter(request);
        return toFilter.isPresent() ? toFilter.get() : shown(request);
    }

    private Answer shown(Request request) {
        Answer answer = inner.answer(request);
        return answer instanceof Reply reply && reply.status() == 200
                ? reading.shown(request, reply)
                : answer;
    }

    private Answer created(Request request) {
        ObjectNode user = Json.parseObject(request.body()).orElseGet(Json::object);
        Optional<String> missing =
                manners.userNeeds().stream()
                        .filter(pointer -> user.at(pointer).asText("").isBlank())
                        .findFirst();
        return missing.isPresent()
                ? ScimErrors.of(400, "Please specify " + missing.get())
                : inner.answer(request);
    }

    private Answer patched(Request request) {
        ObjectNode patch = Json.parseObject(request.body()).orElseGet(Json::object);
        Optional<String> refusal = patching.refusal(patch);
        if (refusal.isPresent()) {
            return ScimErrors.of(400, refusal.get());
        }
        Answer answer = carriedOut(request, patch);
        boolean told = answer instanceof Reply reply && reply.status() == 204;
        return told && manners.patching().answersGroup()
                ? shown(with(request, "GET", NO_BODY))
                : answer;
    }

    private Answer carriedOut(Request request, ObjectNode patch) {
        ObjectNode rest = patching.carriedOut(patch);
        if (rest.equals(patch)) {
            return inner.answer(request);
        }
        return rest.path("Operations").isEmpty()
                ? Reply.empty(204)
                : inner.answer(with(request, "PATCH", Json.bytes(rest)));
    }

    private static Request with(Request request, String method, byte[] body) {
        return new Request(
                method, request.target(), request.path(), request.query(), request.headers(), body);
    }
}
