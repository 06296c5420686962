package dev.ephor.benchmarks.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much is measured.
 *
 * @param windows live in the end; also how many timers wait at the others
 * @param repeats of each comparison at the greatest number
 * @param alone without the others
 */
public record Scale(int windows, int repeats, boolean alone) {
    private static final int LEAST = 10_000;
    private static final int MOST = 1_000_000;
    private static final String USAGE =
            "usage: ./ephor bench windows [--windows 10000..1000000] [--repeats 1..20] [--alone]";

    /** From the words of the command line; without any, the whole. */
    public static Scale of(List<String> words) {
        int windows = MOST;
        int repeats = 5;
        boolean alone = false;
        var left = new ArrayList<>(words);
        while (!left.isEmpty()) {
            String option = left.removeFirst();
            switch (option) {
                case "--windows" -> windows = number(left, LEAST, MOST);
                case "--repeats" -> repeats = number(left, 1, 20);
                case "--alone" -> alone = true;
                default -> throw new IllegalArgumentException("'" + option + "': " + USAGE);
            }
        }
        return new Scale(windows, repeats, alone);
    }

    /** The powers of ten up to the whole, so that growth can be seen. */
    List<Integer> levels() {
        var levels = new ArrayList<Integer>();
        for (int level = LEAST; level < windows; level *= 10) {
            levels.add(level);
        }
        levels.add(windows);
        return levels;
    }

    /** Each repeat of a level; fewer below the greatest. */
    IntStream repeatsAt(int level) {
        return IntStream.rangeClosed(1, level == windows ? repeats : Math.min(2, repeats));
    }

    private static int number(List<String> left, int least, int most) {
        String text = left.isEmpty() ? "" : left.removeFirst();
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new IllegalArgumentException("'" + text + "': " + USAGE);
    }
}
