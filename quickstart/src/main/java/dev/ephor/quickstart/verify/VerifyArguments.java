package dev.ephor.quickstart.verify;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is behind {@code audit verify}.
 *
 * @param entries NDJSON; null: the API
 * @param checkpoints signed notes
 * @param keys verifier keys, or files with them
 */
record VerifyArguments(
        @Nullable Path entries,
        @Nullable Path evidence,
        List<Path> checkpoints,
        List<String> keys,
        @Nullable String activation,
        URI server,
        @Nullable String tokenFrom) {
    static final String USAGE =
            "audit verify [--entries FILE | --evidence FILE] [--checkpoint FILE]... [--key KEY]..."
                    + " [--activation ID] [--server URL] [--token-from VARIABLE]";

    VerifyArguments {
        boolean offline = entries != null || evidence != null;
        if (entries != null && evidence != null || offline && activation != null) {
            throw new IllegalStateException(
                    "give one of --entries, --evidence and --activation: " + USAGE);
        }
    }

    /** Whether no server is asked for anything. */
    boolean isOffline() {
        return entries != null || evidence != null;
    }

    /** Whether each entry is to be proved by itself, rather than all of them as the whole log. */
    boolean isOfSome() {
        return evidence != null || activation != null;
    }

    /**
     * @param folder to which relative files belong
     * @throws IllegalStateException for what cannot be understood
     */
    static VerifyArguments of(List<String> words, Path folder, URI usual) {
        Path entries = null;
        Path evidence = null;
        var checkpoints = new ArrayList<Path>();
        var keys = new ArrayList<String>();
        String activation = null;
        URI server = usual;
        String tokenFrom = null;
        for (int i = 0; i < words.size(); i += 2) {
            String value = i + 1 < words.size() ? words.get(i + 1) : "";
            if (value.isEmpty()) {
                throw new IllegalStateException(words.get(i) + " needs a value: " + USAGE);
            }
            switch (words.get(i)) {
                case "--entries" -> entries = folder.resolve(value);
                case "--evidence" -> evidence = folder.resolve(value);
                case "--checkpoint" -> checkpoints.add(folder.resolve(value));
                case "--key" -> keys.add(value);
                case "--activation" -> activation = value;
                case "--server" -> server = URI.create(value);
                case "--token-from" -> tokenFrom = value;
                default ->
                        throw new IllegalStateException(words.get(i) + " is not known: " + USAGE);
            }
        }
        return new VerifyArguments(
                entries, evidence, checkpoints, keys, activation, server, tokenFrom);
    }
}
