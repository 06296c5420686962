package dev.ephor.quickstart.http;

import java.time.Duration;
import java.util.OptionalInt;

/** What goes wrong with a request that a {@link FaultRule} catches. */
public sealed interface Fault {
    /** An error in the API's own shape; nothing is done. */
    record Status(int status, OptionalInt retryAfterSeconds) implements Fault {}

    /** The request is carried out, then answered by an error all the same. */
    record StatusAfterCommit(int status) implements Fault {}

    /** A gateway's 502 page in HTML; nothing is done. */
    record HtmlBadGateway() implements Fault {}

    /** The connection ends without a reply; the request is carried out before, or not at all. */
    record Reset(boolean afterCommit) implements Fault {}

    /** The request is carried out, later. */
    record Slow(Duration delay) implements Fault {}

    /** A write is answered by 204 and nothing is done. */
    record Lie() implements Fault {}

    static Fault status(int status) {
        return new Status(status, OptionalInt.empty());
    }

    static Fault throttled(int retryAfterSeconds) {
        return new Status(429, OptionalInt.of(retryAfterSeconds));
    }

    /** The caller is told that it may not do this: 403. */
    static Fault refuse() {
        return status(403);
    }

    static Fault statusAfterCommit(int status) {
        return new StatusAfterCommit(status);
    }

    static Fault htmlBadGateway() {
        return new HtmlBadGateway();
    }

    static Fault reset() {
        return new Reset(false);
    }

    static Fault resetAfterCommit() {
        return new Reset(true);
    }

    static Fault slow(Duration delay) {
        return new Slow(delay);
    }

    static Fault lie() {
        return new Lie();
    }
}
