package dev.ephor.connector.conformance.added;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** docs/how-to-add-a-connector.md, read for what it tells somebody to write. */
record HowToPage(String text) {

    static HowToPage read() throws IOException {
        return new HowToPage(Files.readString(Path.of("../../docs/how-to-add-a-connector.md")));
    }

    /** The fenced code that holds a word. */
    String block(String language, String word) {
        return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(fence -> fence.group(1))
                .filter(code -> code.contains(word))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the page has no code with " + word));
    }

    /** What stands where a pattern has its groups, between which anything may. */
    MatchResult words(String pattern) {
        @Nullable Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("the page does not say " + pattern);
        }
        return matcher.toMatchResult();
    }
}
