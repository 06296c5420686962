package dev.ephor.kit.list;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of a filter, one after the other. */
final class FilterTokens {
    private static final int LONGEST = 4_000;

    /**
     * A parenthesis or comma, a quoted text (a quote in it is doubled), or a word, GUID, time or
     * number. Possessive, because Java's matcher would otherwise need stack for each character.
     */
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:([(),])|'((?:[^']|'')*+)'|([A-Za-z0-9_./:+-]+))");

    /**
     * @param isText whether it stood in quotes
     */
    record Token(String text, boolean isText) {
        boolean is(String word) {
            return !isText && text.equalsIgnoreCase(word);
        }

        @Override
        public String toString() {
            return isText ? "'" + text + "'" : text;
        }
    }

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    FilterTokens(String filter) {
        if (filter.length() > LONGEST) {
            throw new FilterInvalid("It is longer than %d characters.".formatted(LONGEST));
        }
        if (filter.indexOf('\0') >= 0) {
            throw new FilterInvalid("It holds the character 0.");
        }
        Matcher token = TOKEN.matcher(filter);
        int end = 0;
        while (!filter.substring(end).isBlank()) {
            if (!token.find(end) || token.start() != end) {
                throw new FilterInvalid(
                        "It cannot be read from character %d on.".formatted(end + 1));
            }
            tokens.add(token(token));
            end = token.end();
        }
    }

    private static Token token(Matcher token) {
        if (token.group(2) != null) {
            return new Token(token.group(2).replace("''", "'"), true);
        }
        return new Token(token.group(1) != null ? token.group(1) : token.group(3), false);
    }

    @Nullable Token peek() {
        return next < tokens.size() ? tokens.get(next) : null;
    }

    /**
     * @param what is missing if there is none
     */
    Token take(String what) {
        Token token = peek();
        if (token == null) {
            throw new FilterInvalid("It ends where %s is missing.".formatted(what));
        }
        next++;
        return token;
    }

    /** Takes the next one if it is this word. */
    boolean takes(String word) {
        Token token = peek();
        boolean is = token != null && token.is(word);
        if (is) {
            next++;
        }
        return is;
    }
}
