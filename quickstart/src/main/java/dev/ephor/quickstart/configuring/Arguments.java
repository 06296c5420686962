package dev.ephor.quickstart.configuring;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is behind {@code plan} or {@code apply}.
 *
 * @param server the address of Ephor's APIs
 * @param tokenFrom the environment variable that holds an admin's token; null: the admin of the
 *     platform that {@code up} started
 */
record Arguments(Path file, URI server, @Nullable String tokenFrom) {
    static final String USAGE = "FILE [--server URL] [--token-from VARIABLE]";

    /**
     * @param folder to which a relative file belongs
     * @param usual the server where none is named
     * @throws IllegalStateException for what cannot be understood
     */
    static Arguments of(List<String> words, Path folder, URI usual) {
        var files = new ArrayList<String>();
        URI server = usual;
        String tokenFrom = null;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            switch (word) {
                case "--server" -> server = URI.create(value(words, ++i, word));
                case "--token-from" -> tokenFrom = value(words, ++i, word);
                default -> files.add(word);
            }
        }
        if (files.size() != 1 || files.getFirst().startsWith("-")) {
            throw new IllegalStateException("one file is needed: " + USAGE);
        }
        return new Arguments(folder.resolve(files.getFirst()), server, tokenFrom);
    }

    private static String value(List<String> words, int at, String option) {
        if (at >= words.size()) {
            throw new IllegalStateException(option + " needs a value: " + USAGE);
        }
        return words.get(at);
    }
}
