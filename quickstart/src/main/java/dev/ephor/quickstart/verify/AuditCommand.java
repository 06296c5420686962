package dev.ephor.quickstart.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code ./ephor audit verify}. */
public final class AuditCommand {
    /** The exit code where the log is not what was sealed and signed. */
    public static final int NOT_INTACT = 2;

    private final PrintStream out;
    private final Path folder;
    private final URI usual;
    private final Function<@Nullable String, String> tokens;

    /**
     * @param folder from which the command was called
     * @param usual where {@code up} serves
     * @param tokens an auditor's token: of the environment variable that is named, or of the
     *     platform that {@code up} started
     */
    public AuditCommand(
            PrintStream out, Path folder, URI usual, Function<@Nullable String, String> tokens) {
        this.out = out;
        this.folder = folder;
        this.usual = usual;
        this.tokens = tokens;
    }

    /**
     * @return the exit code: 0, or {@link #NOT_INTACT}
     * @throws IllegalStateException when it cannot be checked, with the reason
     */
    public int run(List<String> words) {
        if (words.isEmpty() || !words.getFirst().equals("verify")) {
            throw new IllegalStateException("the command is: " + VerifyArguments.USAGE);
        }
        var asked = VerifyArguments.of(words.subList(1, words.size()), folder, usual);
        Log log = asked.isOffline() ? Log.NONE : api(asked);
        List<Statement> statements = statements(asked, log);
        statements.forEach(
                one ->
                        out.printf(
                                "checkpoint of %s: %d entries, root %s, signature good%n",
                                one.origin(), one.size(), HexFormat.of().formatHex(one.root())));
        List<Fault> faults = faults(asked, log, statements);
        faults.forEach(fault -> out.println(fault));
        out.println(faults.isEmpty() ? "intact" : "NOT INTACT: %d found".formatted(faults.size()));
        return faults.isEmpty() ? 0 : NOT_INTACT;
    }

    private Log api(VerifyArguments asked) {
        return new ApiLog(asked.server(), tokens.apply(asked.tokenFrom()));
    }

    private List<Statement> statements(VerifyArguments asked, Log log) {
        var keys = new ArrayList<String>();
        asked.keys().forEach(key -> keys.addAll(keys(key)));
        if (keys.isEmpty() && log != Log.NONE) {
            out.println("no --key is given: the log's own word is taken for its keys");
            keys.addAll(log.keys());
        }
        var notes = new ArrayList<String>();
        asked.checkpoints().forEach(file -> notes.add(read(file)));
        if (log != Log.NONE && (notes.isEmpty() || asked.activation() != null)) {
            notes.add(log.checkpoint());
        }
        if (notes.isEmpty()) {
            out.println("no --checkpoint is given: nothing shows that this is the only history");
        }
        return notes.stream().map(note -> Statement.read(note, keys)).toList();
    }

    private List<String> keys(String given) {
        return given.contains("+") ? List.of(given) : read(folder.resolve(given)).lines().toList();
    }

    private List<Fault> faults(VerifyArguments asked, Log log, List<Statement> statements) {
        if (asked.isOfSome()) {
            return some(asked, log, statements);
        }
        if (statements.size() >= 2 && asked.entries() == null) {
            return new Pair(log).faults(statements);
        }
        var whole = new WholeLog(statements);
        if (asked.entries() == null) {
            log.entries().forEach(line -> whole.accept(Entry.of(line)));
        } else {
            each(asked.entries(), line -> whole.accept(Entry.of(line)));
        }
        List<Fault> faults = whole.faults();
        out.printf("%d entries checked%n", whole.count());
        return faults;
    }

    private List<Fault> some(VerifyArguments asked, Log log, List<Statement> statements) {
        if (statements.isEmpty()) {
            throw new IllegalStateException(
                    "single entries are proved by a checkpoint: --checkpoint FILE");
        }
        var story = new Story(statements.getLast(), log);
        if (asked.evidence() == null) {
            log.story(String.valueOf(asked.activation())).forEach(story::accept);
        } else {
            each(asked.evidence(), story::accept);
        }
        out.printf("%d entries checked, each by its proof%n", story.count());
        return story.faults();
    }

    private static void each(Path file, Consumer<JsonNode> line) {
        var json = new ObjectMapper();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                if (!text.isBlank()) {
                    line.accept(json.readTree(text));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
