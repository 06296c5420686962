package dev.ephor.request.rest;

import dev.ephor.events.Access;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.RequestEvent.Ticket;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.request.domain.Iso;
import dev.ephor.request.domain.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the body of a request asks for (Graph: assignmentScheduleRequest). */
sealed interface Wanted {
    boolean isValidationOnly();

    record Activation(Wish wish, boolean isValidationOnly) implements Wanted {}

    record GivingBack(MembershipKey key, @Nullable String justification, boolean isValidationOnly)
            implements Wanted {}

    /** Longer ones are no justification but a document. */
    int LONGEST_JUSTIFICATION = 4_000;

    int LONGEST_WORD = 200;

    /**
     * @param tenant the caller's
     * @param now from when on a wanted end is counted where no start is given
     * @throws ApiError 400 naming the first member that cannot be understood
     */
    static Wanted read(byte[] body, String tenant, Instant now) {
        JsonMembers members = JsonMembers.of(body);
        String action = members.required("action", LONGEST_WORD);
        Wanted wanted =
                switch (action.toLowerCase(Locale.ROOT)) {
                    case "selfactivate" -> activation(members, tenant, now);
                    case "selfdeactivate" -> givingBack(members, tenant);
                    default ->
                            throw members.refused(
                                    "action", "has to be selfActivate or selfDeactivate here");
                };
        members.unsupported("customData");
        members.done();
        return wanted;
    }

    private static Activation activation(JsonMembers members, String tenant, Instant now) {
        MembershipKey key = key(members, tenant);
        Optional<JsonMembers> schedule = members.object("scheduleInfo");
        Instant start = schedule.flatMap(s -> s.parsed("startDateTime", Iso::instant)).orElse(null);
        Duration duration =
                schedule.map(s -> duration(s, start == null ? now : start)).orElse(null);
        var wish = new Wish(key, start, duration, justification(members), ticket(members));
        return new Activation(wish, members.flag("isValidationOnly"));
    }

    private static GivingBack givingBack(JsonMembers members, String tenant) {
        MembershipKey key = key(members, tenant);
        members.unsupported("scheduleInfo");
        ticket(members);
        return new GivingBack(key, justification(members), members.flag("isValidationOnly"));
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

    /** The wanted length; null where none is named. */
    private static @Nullable Duration duration(JsonMembers schedule, Instant start) {
        schedule.unsupported("recurrence");
        Optional<JsonMembers> expiration = schedule.object("expiration");
        schedule.done();
        return expiration.map(e -> duration(e, start, type(e))).orElse(null);
    }

    private static String type(JsonMembers expiration) {
        return expiration
                .text("type", LONGEST_WORD)
                .map(type -> type.toLowerCase(Locale.ROOT))
                .orElse("notspecified");
    }

    private static @Nullable Duration duration(JsonMembers expiration, Instant start, String type) {
        Optional<Duration> length = expiration.parsed("duration", Iso::duration);
        Optional<Instant> end = expiration.parsed("endDateTime", Iso::instant);
        expiration.done();
        return switch (type) {
            case "afterduration" -> only("duration", length, end, expiration);
            case "afterdatetime" ->
                    Duration.between(start, only("endDateTime", end, length, expiration));
            case "notspecified" -> nothing(length, end, expiration);
            case "noexpiration" ->
                    throw new ApiError(
                            400,
                            "InvalidRoleAssignmentRequestSchedule",
                            "An activation has an end: ask for one by afterDuration or afterDateTime.");
            default ->
                    throw expiration.refused(
                            "type", "has to be afterDuration, afterDateTime or notSpecified");
        };
    }

    private static @Nullable Duration nothing(
            Optional<Duration> length, Optional<Instant> end, JsonMembers expiration) {
        if (length.isPresent() || end.isPresent()) {
            throw expiration.refused("type", "is missing: afterDuration or afterDateTime");
        }
        return null;
    }

    private static <T> T only(
            String name, Optional<T> given, Optional<?> other, JsonMembers expiration) {
        if (other.isPresent()) {
            throw expiration.refused("type", "does not go with what else is given");
        }
        return given.orElseThrow(() -> expiration.refused(name, "is missing"));
    }
}
