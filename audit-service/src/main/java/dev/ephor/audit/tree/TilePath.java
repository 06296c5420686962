package dev.ephor.audit.tree;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a tile by C2SP's tlog-tiles: {@code <level>/<number>[.p/<width>]}, the number in
 * groups of three digits, all but the last of which begin with x.
 *
 * @param width how many hashes or entries; {@link Tile#WIDTH} for a full one
 */
public record TilePath(int level, long number, int width) {
    /** What stands where a level stands, for the entries themselves. */
    public static final int ENTRIES = -1;

    private static final Pattern FORM =
            Pattern.compile(
                    "(entries|[0-9]|[1-5][0-9]|6[0-3])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** Empty for what is no such address. */
    public static Optional<TilePath> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
        long number = Long.parseLong(parts.group(2).replaceAll("[x/]", ""));
        int width = parts.group(3) == null ? Tile.WIDTH : Integer.parseInt(parts.group(3));
        var path = new TilePath(level, number, width);
        boolean isCanonical = width <= Tile.WIDTH && path.toString().equals(text);
        return isCanonical ? Optional.of(path) : Optional.empty();
    }

    public boolean isOfEntries() {
        return level == ENTRIES;
    }

    /** The first hash or entry. */
    public long first() {
        return number * Tile.WIDTH;
    }

    /** Whether a tree of that size has all of it. */
    public boolean isWithin(long size) {
        return first() + width <= Tile.hashesOf(Math.max(0, level), size);
    }

    @Override
    public String toString() {
        var digits = new StringBuilder("%03d".formatted(number % 1000));
        for (long rest = number / 1000; rest > 0; rest /= 1000) {
            digits.insert(0, "x%03d/".formatted(rest % 1000));
        }
        String partial = width == Tile.WIDTH ? "" : ".p/" + width;
        return (isOfEntries() ? "entries" : String.valueOf(level)) + "/" + digits + partial;
    }
}
