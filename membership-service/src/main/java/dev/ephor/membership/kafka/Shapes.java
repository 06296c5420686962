package dev.ephor.membership.kafka;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;

/** Texts of which it can be told that a few bytes say the same, character for character. */
final class Shapes {
    private static final String ID = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh";
    private static final String TRACE = "hh-%s-%s-hh".formatted("h".repeat(32), "h".repeat(16));
    private static final String SECONDS = "dddd-dd-ddTdd:dd:ddZ";
    private static final String MILLIS = "dddd-dd-ddTdd:dd:dd.dddZ";
    private static final HexFormat HEX = HexFormat.of();
    static final int TRACE_BYTES = 26;
    private static final long DAY = 86_400_000;

    private Shapes() {}

    /** Whether it is a UUID as {@link java.util.UUID#toString} writes it. */
    static boolean isId(String text) {
        return has(text, ID);
    }

    /** Whether it is a traceparent of W3C's trace context. */
    static boolean isTrace(String text) {
        return has(text, TRACE);
    }

    /** A traceparent, by what it says between the dashes. */
    static byte[] trace(String text) {
        return HEX.parseHex(text.replace("-", ""));
    }

    /** The reverse of {@link #trace(String)}, of {@link #TRACE_BYTES}. */
    static String trace(byte[] bytes) {
        String hex = HEX.formatHex(bytes);
        return String.join(
                "-",
                hex.substring(0, 2),
                hex.substring(2, 34),
                hex.substring(34, 50),
                hex.substring(50));
    }

    /**
     * The milliseconds of a time since 1970 that {@link java.time.Instant#toString} writes so; -1
     * for any other text.
     */
    static long millis(String text) {
        if (has(text, SECONDS)) {
            return millis(text, 0);
        }
        int fraction = has(text, MILLIS) ? digits(text, 20, 23) : 0;
        // Without a fraction there is no point in the text either.
        return fraction == 0 ? -1 : millis(text, fraction);
    }

    private static long millis(String text, int fraction) {
        int hours = digits(text, 11, 13);
        int minutes = digits(text, 14, 16);
        int seconds = digits(text, 17, 19);
        if (hours > 23 || minutes > 59 || seconds > 59) {
            return -1;
        }
        try {
            long day =
                    LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10))
                            .toEpochDay();
            return day < 0
                    ? -1
                    : day * DAY + ((hours * 60 + minutes) * 60L + seconds) * 1000 + fraction;
        } catch (DateTimeException noSuchDay) {
            return -1;
        }
    }

    private static boolean has(String text, String shape) {
        if (text.length() != shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            if (!fits(text.charAt(i), shape.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static boolean fits(char c, char shape) {
        return switch (shape) {
            case 'd' -> isDigit(c);
            case 'h' -> isDigit(c) || c >= 'a' && c <= 'f';
            default -> c == shape;
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
