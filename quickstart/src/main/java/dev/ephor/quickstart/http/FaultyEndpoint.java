package dev.ephor.quickstart.http;

import java.time.Duration;

/** Lets the faults that are switched on befall the requests of another endpoint. */
public record FaultyEndpoint(Faults faults, ErrorShape shape, Endpoint inner) implements Endpoint {
    /** How an API words an error that it answers of its own accord, such as being throttled. */
    @FunctionalInterface
    public interface ErrorShape {
        Reply error(int status, Request request);
    }

    private static final String HTML =
            "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";

    @Override
    public Answer answer(Request request) {
        return faults.next(request)
                .map(fault -> befall(fault, request))
                .orElseGet(() -> inner.answer(request));
    }

    private Answer befall(Fault fault, Request request) {
        return switch (fault) {
            case Fault.Status status -> refuse(status, request);
            case Fault.StatusAfterCommit(int status) -> {
                inner.answer(request);
                yield shape.error(status, request);
            }
            case Fault.HtmlBadGateway _ -> Reply.text(502, "text/html", HTML);
            case Fault.Reset(boolean afterCommit) -> {
                if (afterCommit) {
                    inner.answer(request);
                }
                yield new Hangup();
            }
            case Fault.Slow(Duration delay) -> late(delay, request);
            case Fault.Lie _ ->
                    request.method().equals("GET") ? inner.answer(request) : Reply.empty(204);
        };
    }

    private Reply refuse(Fault.Status fault, Request request) {
        Reply reply = shape.error(fault.status(), request);
        return fault.retryAfterSeconds().isEmpty()
                ? reply
                : reply.with("Retry-After", String.valueOf(fault.retryAfterSeconds().getAsInt()));
    }

    private Answer late(Duration delay, Request request) {
        try {
            return faults.closedWithin(delay) ? new Hangup() : inner.answer(request);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new Hangup();
        }
    }
}
