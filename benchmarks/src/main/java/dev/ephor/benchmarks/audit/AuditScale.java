package dev.ephor.benchmarks.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * How much is measured.
 *
 * @param sizes of the log at which it is measured, ascending
 * @param events how many are sealed for a rate
 * @param seconds how long the steady rate is kept up
 */
record AuditScale(List<Long> sizes, int events, int seconds) {
    private static final String USAGE =
            "usage: ./ephor bench audit [--sizes N,N,...] [--events N] [--seconds N]";

    static AuditScale of(List<String> words) {
        List<Long> sizes = List.of(10_000L, 1_000_000L, 10_000_000L);
        int events = 200_000;
        int seconds = 180;
        for (int i = 0; i < words.size(); i += 2) {
            String value = i + 1 < words.size() ? words.get(i + 1) : "";
            switch (words.get(i)) {
                case "--sizes" -> sizes = sizes(value);
                case "--events" -> events = (int) number(value);
                case "--seconds" -> seconds = (int) number(value);
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        return new AuditScale(sizes, events, seconds);
    }

    private static List<Long> sizes(String value) {
        var sizes = new ArrayList<Long>();
        for (String one : value.split(",", -1)) {
            sizes.add(number(one));
        }
        return sizes.stream().sorted().toList();
    }

    private static long number(String value) {
        try {
            long number = Long.parseLong(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' is no number; %s".formatted(value, USAGE), e);
        }
        throw new IllegalArgumentException("'%s' is not above 0; %s".formatted(value, USAGE));
    }
}
