package dev.ephor.request.config;

import dev.ephor.events.Policy.Condition;
import dev.ephor.events.Policy.Hours;
import dev.ephor.events.Policy.Incompatible;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads to whom and when a policy is open: separation of duties, conditions, hours. */
final class RestrictionsReader {
    private final ApproversReader approvers;
    private final Names holdable;

    /**
     * @param holdable the groups that somebody can hold
     */
    RestrictionsReader(ApproversReader approvers, Names holdable) {
        this.approvers = approvers;
        this.holdable = holdable;
    }

    List<Incompatible> incompatible(YamlMap policy) {
        return policy.maps("incompatible").stream().map(this::incompatibleGroup).toList();
    }

    private Incompatible incompatibleGroup(YamlMap map) {
        @Nullable YamlMap exception = map.map("exception").orElse(null);
        var incompatible =
                new Incompatible(
                        map.required("group", "", holdable::referLater),
                        map.textOrNull("reason"),
                        exception == null ? List.of() : approvers.list(exception, "approvers"),
                        exception == null ? null : exception.durationOrNull("longest"));
        if (exception != null) {
            if (incompatible.exceptionBy().isEmpty()) {
                exception.fault("has no approvers: leave exception out where nobody allows one");
            }
            exception.done();
        }
        map.done();
        return incompatible;
    }

    static List<Condition> conditions(YamlMap policy) {
        return policy.maps("conditions").stream().map(RestrictionsReader::condition).toList();
    }

    private static Condition condition(YamlMap map) {
        var condition =
                new Condition(
                        map.text("attribute"),
                        map.list("oneOf", YamlValue::plain),
                        map.optional("atLeast")
                                .map(v -> v.wholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE))
                                .orElse(null));
        map.done();
        return condition;
    }

    static @Nullable Hours hours(YamlMap policy) {
        return policy.map("hours").map(RestrictionsReader::readHours).orElse(null);
    }

    private static Hours readHours(YamlMap map) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        days.addAll(map.list("days", value -> value.oneOf(DayOfWeek.class)));
        var hours =
                new Hours(map.text("zone"), days, map.textOrNull("from"), map.textOrNull("until"));
        map.done();
        return hours;
    }
}
