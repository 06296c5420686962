package dev.ephor.request.domain;

import dev.ephor.events.Policy.Hours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The minutes of a week in which activation is possible. */
final class PossibleHours {
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    private PossibleHours() {}

    static List<String> faults(Hours hours) {
        var found = new ArrayList<String>();
        if (!isZone(hours.zone())) {
            found.add("has hours in '%s', which is no time zone".formatted(hours.zone()));
        }
        if (!isTime(hours.from()) || !isTime(hours.until())) {
            found.add("has hours that are not from HH:mm until HH:mm");
        } else if (hours.from() != null && hours.from().equals(hours.until())) {
            found.add("has hours that end when they begin");
        }
        return found;
    }

    private static boolean isZone(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isTime(@Nullable String time) {
        return time == null || TIME.matcher(time).matches();
    }

    /** From Monday 00:00 on, in the zone of the hours. */
    static BitSet minutes(Hours hours) {
        var minutes = new BitSet(WEEK);
        int from = minute(hours.from(), 0);
        int until = minute(hours.until(), DAY);
        int length = until > from ? until - from : until - from + DAY;
        Set<DayOfWeek> days = hours.days().isEmpty() ? Set.of(DayOfWeek.values()) : hours.days();
        for (DayOfWeek day : days) {
            int start = (day.getValue() - 1) * DAY + from;
            for (int minute = start; minute < start + length; minute++) {
                minutes.set(minute % WEEK);
            }
        }
        return minutes;
    }

    private static int minute(@Nullable String time, int otherwise) {
        if (time == null) {
            return otherwise;
        }
        return LocalTime.parse(time).toSecondOfDay() / 60;
    }
}
