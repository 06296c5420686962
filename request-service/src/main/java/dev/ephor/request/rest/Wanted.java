package dev.ephor.request.rest;

import dev.ephor.events.Access;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent.Ticket;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.request.domain.Iso;
import dev.ephor.request.domain.Span;
import dev.ephor.request.domain.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the body of a request asks for (Graph: assignment- or eligibilityScheduleRequest). */
record Wanted(Wish wish, boolean isValidationOnly) {
    /** Longer ones are no justification but a document. */
    static final int LONGEST_JUSTIFICATION = 4_000;

    private static final int LONGEST_WORD = 200;

    RequestAction action() {
        return wish.action();
    }

    /**
     * @param tenant the caller's
     * @param served the actions that can be asked for here
     * @throws ApiError 400 naming the first member that cannot be understood
     */
    static Wanted read(byte[] body, String tenant, Set<RequestAction> served) {
        JsonMembers members = JsonMembers.of(body);
        RequestAction action = action(members, served);
        MembershipKey key = key(members, tenant);
        Optional<JsonMembers> schedule = schedule(members, action);
        Instant start = schedule.flatMap(s -> s.parsed("startDateTime", Iso::instant)).orElse(null);
        Span span = schedule.map(Wanted::span).orElseGet(Span.Usual::new);
        var wish = new Wish(action, key, start, span, justification(members), ticket(members));
        var wanted = new Wanted(wish, members.flag("isValidationOnly"));
        members.unsupported("customData");
        members.done();
        return wanted;
    }

    private static RequestAction action(JsonMembers members, Set<RequestAction> served) {
        String action = members.required("action", LONGEST_WORD);
        return served.stream()
                .filter(known -> known.wire().equalsIgnoreCase(action))
                .findFirst()
                .orElseThrow(
                        () ->
                                members.refused(
                                        "action",
                                        "has to be one of these here: "
                                                + served.stream()
                                                        .map(RequestAction::wire)
                                                        .sorted()
                                                        .collect(Collectors.joining(", "))));
    }

    /** What is taken away or given back has no schedule. */
    private static Optional<JsonMembers> schedule(JsonMembers members, RequestAction action) {
        if (action == RequestAction.SELF_DEACTIVATE || action == RequestAction.ADMIN_REMOVE) {
            members.unsupported("scheduleInfo");
            return Optional.empty();
        }
        return members.object("scheduleInfo");
    }

    private static MembershipKey key(JsonMembers members, String tenant) {
        Access access =
                members.parsed("accessId", Access::of)
                        .orElseThrow(() -> members.refused("accessId", "is missing"));
        return new MembershipKey(tenant, members.id("groupId"), members.id("principalId"), access);
    }

    private static @Nullable String justification(JsonMembers members) {
        return members.text("justification", LONGEST_JUSTIFICATION).orElse(null);
    }

    private static @Nullable Ticket ticket(JsonMembers members) {
        return members.object("ticketInfo")
                .map(
                        info -> {
                            var ticket =
                                    new Ticket(
                                            info.text("ticketNumber", LONGEST_WORD).orElse(null),
                                            info.text("ticketSystem", LONGEST_WORD).orElse(null));
                            info.done();
                            return ticket;
                        })
                .orElse(null);
    }

    private static Span span(JsonMembers schedule) {
        schedule.unsupported("recurrence");
        Optional<JsonMembers> expiration = schedule.object("expiration");
        schedule.done();
        return expiration.map(e -> span(e, type(e))).orElseGet(Span.Usual::new);
    }

    private static String type(JsonMembers expiration) {
        return expiration
                .text("type", LONGEST_WORD)
                .map(type -> type.toLowerCase(Locale.ROOT))
                .orElse("notspecified");
    }

    private static Span span(JsonMembers expiration, String type) {
        Optional<Duration> length = expiration.parsed("duration", Iso::duration);
        Optional<Instant> end = expiration.parsed("endDateTime", Iso::instant);
        expiration.done();
        return switch (type) {
            case "afterduration" -> new Span.Lasting(only("duration", length, end, expiration));
            case "afterdatetime" -> new Span.Until(only("endDateTime", end, length, expiration));
            case "notspecified" -> nothing(new Span.Usual(), length, end, expiration);
            case "noexpiration" -> nothing(new Span.Endless(), length, end, expiration);
            default ->
                    throw expiration.refused(
                            "type",
                            "has to be afterDuration, afterDateTime, noExpiration or notSpecified");
        };
    }

    private static Span nothing(
            Span span, Optional<Duration> length, Optional<Instant> end, JsonMembers expiration) {
        if (length.isPresent() || end.isPresent()) {
            throw span instanceof Span.Endless
                    ? expiration.refused("type", "does not go with what else is given")
                    : expiration.refused("type", "is missing: afterDuration or afterDateTime");
        }
        return span;
    }

    private static <T> T only(
            String name, Optional<T> given, Optional<?> other, JsonMembers expiration) {
        if (other.isPresent()) {
            throw expiration.refused("type", "does not go with what else is given");
        }
        return given.orElseThrow(() -> expiration.refused(name, "is missing"));
    }
}
