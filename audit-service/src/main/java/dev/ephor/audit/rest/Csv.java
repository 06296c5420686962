package dev.ephor.audit.rest;

import dev.ephor.audit.application.Line;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines as a table (RFC 4180) that people open in a spreadsheet. A cell that a spreadsheet would
 * take for a formula gets an apostrophe in front: it shows as text, and a justification cannot run
 * anything on the machine of who reads it.
 */
final class Csv {
    static final String HEADING =
            row(
                    Arrays.asList(
                            "sequence",
                            "time",
                            "type",
                            "tenant",
                            "group",
                            "principal",
                            "access",
                            "activation",
                            "kind",
                            "source",
                            "leafHash",
                            "hash",
                            "data"));

    /**
     * What a formula begins with, also behind blanks; tab and return start one in some programs.
     */
    private static final String FORMULA = "=+-@\t\r\n";

    private Csv() {}

    static String row(Line line, @Nullable String data) {
        var event = line.event();
        var about = line.about();
        var source = line.source();
        return row(
                Arrays.asList(
                        String.valueOf(line.sequence()),
                        event == null ? null : event.time().toString(),
                        event == null ? null : event.type(),
                        about == null ? null : about.tenant(),
                        about == null ? null : about.group(),
                        about == null ? null : about.principal(),
                        about == null ? null : about.access(),
                        about == null ? null : about.activation(),
                        line.kind().name(),
                        source == null
                                ? null
                                : "%s/%d/%d"
                                        .formatted(
                                                source.topic(),
                                                source.partition(),
                                                source.offset()),
                        line.leafHash(),
                        line.hash(),
                        data));
    }

    private static String row(List<@Nullable String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String first = text.stripLeading();
        boolean isFormula =
                FORMULA.indexOf(text.charAt(0)) >= 0
                        || !first.isEmpty() && FORMULA.indexOf(first.charAt(0)) >= 0;
        String safe = isFormula ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
