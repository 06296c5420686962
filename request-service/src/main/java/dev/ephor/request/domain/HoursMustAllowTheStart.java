package dev.ephor.request.domain;

import dev.ephor.events.Policy;
import dev.ephor.events.Policy.Hours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** A window begins at an hour of a day at which the policy lets one begin. */
final class HoursMustAllowTheStart implements Rule.OfPolicy {
    @Override
    public String name() {
        return RuleNames.HOURS;
    }

    @Override
    public @Nullable String objection(Policy policy, Request request) {
        Hours hours = policy.hours();
        if (hours == null || allows(hours, request.start().atZone(ZoneId.of(hours.zone())))) {
            return null;
        }
        return "Access can begin %s only: ask for a start within.".formatted(inWords(hours));
    }

    /** What goes on over midnight belongs to the day on which it began. */
    private static boolean allows(Hours hours, ZonedDateTime start) {
        LocalTime from = hours.from() == null ? LocalTime.MIN : LocalTime.parse(hours.from());
        LocalTime time = start.toLocalTime();
        boolean tomorrow = hours.until() != null && !LocalTime.parse(hours.until()).isAfter(from);
        boolean ended = hours.until() != null && !time.isBefore(LocalTime.parse(hours.until()));
        boolean begun = !time.isBefore(from);
        if (tomorrow && !begun) {
            return !ended && isDay(hours, start.getDayOfWeek().minus(1));
        }
        return begun && (tomorrow || !ended) && isDay(hours, start.getDayOfWeek());
    }

    private static boolean isDay(Hours hours, DayOfWeek day) {
        return hours.days().isEmpty() || hours.days().contains(day);
    }

    private static String inWords(Hours hours) {
        return "%s from %s to %s (%s)"
                .formatted(
                        hours.days().isEmpty() ? "every day" : "on " + hours.days(),
                        hours.from() == null ? "00:00" : hours.from(),
                        hours.until() == null ? "24:00" : hours.until(),
                        hours.zone());
    }
}
