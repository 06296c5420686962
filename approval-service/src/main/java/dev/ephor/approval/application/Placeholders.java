package dev.ephor.approval.application;

import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands in braces in a template, and what it becomes. */
public final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]*)}");
    private static final List<String> KNOWN =
            List.of("access", "group", "justification", "requester", "ticket", "window");

    private final Map<String, String> values = new TreeMap<>();

    /**
     * @param group its name, or its id where none is known
     * @param requester their name, or their id where none is known
     */
    public Placeholders(ActivationRequested request, String group, String requester) {
        values.put("access", request.key().access().wire());
        values.put("group", group);
        values.put("requester", requester);
        values.put("justification", orDash(request.justification()));
        values.put("ticket", ticket(request.ticket()));
        values.put("window", window(request.duration()));
    }

    /** Those in a text that stand for nothing. */
    public static List<String> unknown(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !KNOWN.contains(name))
                .distinct()
                .toList();
    }

    /** What a text may hold, as a sentence says it. */
    public static String known() {
        return KNOWN.stream().map("{%s}"::formatted).collect(Collectors.joining(", "));
    }

    public String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(this::value);
    }

    private String value(MatchResult found) {
        return Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group()));
    }

    private static String ticket(@Nullable Ticket ticket) {
        return ticket == null
                ? "-"
                : Stream.of(
                                Optional.ofNullable(ticket.system()),
                                Optional.ofNullable(ticket.number()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" "));
    }

    private static String window(@Nullable Duration duration) {
        if (duration == null) {
            return "an unlimited time";
        }
        return Stream.of(
                        part(duration.toDaysPart(), "d"),
                        part(duration.toHoursPart(), "h"),
                        part(duration.toMinutesPart(), "min"),
                        part(duration.toSecondsPart(), "s"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : count + " " + unit;
    }

    private static String orDash(@Nullable String text) {
        return text == null || text.isBlank() ? "-" : text;
    }
}
