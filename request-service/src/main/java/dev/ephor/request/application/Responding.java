package dev.ephor.request.application;

import dev.ephor.events.Assurance;
import dev.ephor.events.RequestEvent;
import dev.ephor.events.ResponseEvent.OfResponse;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.time.DeterministicId;
import dev.ephor.request.application.KeepResponses.Kept;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.ActivationDecider;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.Command.Clear;
import dev.ephor.request.domain.Held;
import dev.ephor.request.domain.Order;
import dev.ephor.request.domain.Response;
import dev.ephor.request.domain.Response.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Ends and suspends what a scope reaches. The first {@value #BATCH} activations end in the
 * transaction that begins the response, more of them in transactions of their own right after it,
 * so that the first are gone from their targets while the last are still being decided.
 */
@ApplicationScoped
public class Responding {
    static final int BATCH = 500;
    private static final Assurance NOBODY = new Assurance(null, List.of(), List.of(), null);

    private final ActivationDecider decider;
    private final KeepResponses responses;
    private final SayingResponses saying;
    private final SayingRequests requests;
    private final SecondResponder second;

    Responding(
            ActivationDecider decider,
            KeepResponses responses,
            SayingResponses saying,
            SayingRequests requests,
            SecondResponder second) {
        this.decider = decider;
        this.responses = responses;
        this.saying = saying;
        this.requests = requests;
        this.second = second;
    }

    /**
     * Begins it, or has it wait for a second person; of no effect for an order that is known.
     *
     * @param cause what led to it, with the time
     */
    @Transactional
    public Response begin(Order order, Cause cause) {
        // From here on no request of the tenant is decided that does not see the suspension.
        responses.lock(order.scope().tenant());
        Optional<Kept> known = responses.find(order.id());
        if (known.isPresent()) {
            return known.get().response();
        }
        OfResponse first = Response.first(order, second.neededFor(order.scope()), cause.at());
        Kept begun = saying.begin(Response.of(order, first), first, cause);
        return endSome(begun, cause).response();
    }

    /** What came of a confirmation. */
    public sealed interface Confirmation {
        record Confirmed(Response response) implements Confirmation {}

        record NotFound() implements Confirmation {}

        /** The one who asked cannot be the second person too. */
        record OwnWish() implements Confirmation {}

        record TooLate() implements Confirmation {}
    }

    /** A second responder confirms what one wants. */
    @Transactional
    public Confirmation confirm(String tenant, String id, String by, Cause cause) {
        responses.lock(tenant);
        Optional<Kept> found = responses.lockOne(id).filter(k -> isOf(k.response(), tenant));
        if (found.isEmpty()) {
            return new Confirmation.NotFound();
        }
        Response response = found.get().response();
        if (by.equals(response.order().by())) {
            return new Confirmation.OwnWish();
        }
        if (by.equals(response.confirmedBy())) {
            return new Confirmation.Confirmed(response);
        }
        return response.confirm(by, cause.at())
                .map(event -> saying.say(found.get(), event, cause))
                .<Confirmation>map(k -> new Confirmation.Confirmed(endSome(k, cause).response()))
                .orElseGet(Confirmation.TooLate::new);
    }

    /** Does what is due of one, in a transaction of its own. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void goOn(String id, Instant now) {
        Optional<Kept> found = responses.find(id);
        if (found.isEmpty()) {
            return;
        }
        responses.lock(found.get().response().order().scope().tenant());
        responses.lockOne(id).ifPresent(kept -> goOn(kept, now));
    }

    private void goOn(Kept kept, Instant now) {
        var cause = new Cause(kept.response().order().id(), null, null, now);
        Kept passed =
                kept.response().pass(now).map(event -> saying.say(kept, event, cause)).orElse(kept);
        endSome(passed, cause);
    }

    private Kept endSome(Kept kept, Cause cause) {
        if (kept.response().status() != Status.ENDING) {
            return kept;
        }
        Response response = kept.response();
        List<Activation> reached = responses.lockReach(response, cause.at(), BATCH);
        end(response.order(), reached, cause);
        if (reached.size() == BATCH) {
            return kept;
        }
        return completeIfConfirmed(saying.save(kept, response.endedAll()), cause.at());
    }

    private void end(Order order, List<Activation> reached, Cause cause) {
        if (reached.isEmpty()) {
            return;
        }
        var held = new Held(reached);
        String id = DeterministicId.of(order.id(), reached.getFirst().id());
        var asking = new Asking(id, order.by(), NOBODY, false, false, cause.at());
        List<RequestEvent> ended = decider.decide(new Clear(asking, order), held);
        requests.sayOfNobody(
                held, ended, new Cause(order.id(), order.id(), cause.traceparent(), cause.at()));
        responses.remember(
                order.id(), ended.stream().map(RequestEvent::activationId).distinct().toList());
    }

    /** Says so once all that they ended is confirmed to be gone; inside a transaction. */
    void confirmed(List<String> activations, Instant now) {
        for (String id : responses.unconfirmed(activations)) {
            responses.lockOne(id).ifPresent(kept -> completeIfConfirmed(kept, now));
        }
    }

    private Kept completeIfConfirmed(Kept kept, Instant now) {
        String id = kept.response().order().id();
        var count = responses.count(id);
        return Optional.of(count)
                .filter(KeepResponses.Count::isConfirmed)
                .flatMap(all -> kept.response().complete(all.all(), now))
                .map(event -> saying.say(kept, event, new Cause(id, null, null, now)))
                .orElse(kept);
    }

    private static boolean isOf(Response response, String tenant) {
        return response.order().scope().tenant().equals(tenant);
    }
}
