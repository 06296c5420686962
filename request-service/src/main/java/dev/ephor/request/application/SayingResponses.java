package dev.ephor.request.application;

import dev.ephor.events.ResponseEvent.OfResponse;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.journal.Journal;
import dev.ephor.request.application.KeepResponses.Kept;
import dev.ephor.request.domain.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;

/** Keeps and says what becomes of responses; always inside a transaction of the caller's. */
@ApplicationScoped
class SayingResponses {
    private final KeepResponses responses;
    private final Journal journal;
    private final Event<ResponseDue> due;

    SayingResponses(KeepResponses responses, Journal journal, Event<ResponseDue> due) {
        this.responses = responses;
        this.journal = journal;
        this.due = due;
    }

    Kept begin(Response response, OfResponse first, Cause cause) {
        var kept = new Kept(response, 1);
        responses.add(kept);
        journal.append(stream(response), 0, List.of(first), cause);
        plan(kept);
        return kept;
    }

    /** Of the response's own story, whatever it was that led here. */
    Kept say(Kept known, OfResponse event, Cause cause) {
        Kept after = known.after(known.response().after(event));
        responses.save(after);
        journal.append(stream(known.response()), known.version(), List.of(event), cause);
        plan(after);
        return after;
    }

    /** Nothing that anybody else has to hear of. */
    Kept save(Kept known, Response next) {
        var after = new Kept(next, known.version());
        responses.save(after);
        return after;
    }

    private void plan(Kept kept) {
        kept.response().due().ifPresent(at -> due.fire(new ResponseDue(at)));
    }

    private static String stream(Response response) {
        return "response/" + response.order().id();
    }
}
