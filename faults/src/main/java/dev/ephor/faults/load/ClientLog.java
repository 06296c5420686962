package dev.ephor.faults.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the suite knows of its own doing, a line of JSON each; the referee reads it. */
public final class ClientLog implements AutoCloseable {
    private final Writer out;

    private ClientLog(Writer out) {
        this.out = out;
    }

    public static ClientLog in(Path folder) {
        try {
            return new ClientLog(Files.newBufferedWriter(folder.resolve("client.ndjson")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of a kind, to be filled and then written. */
    public static ObjectNode line(String record) {
        return Json.object().put("record", record);
    }

    /** Writes a line; it is on its way to the disk when this returns. */
    public synchronized void write(ObjectNode line) {
        try {
            out.write(line.toString());
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
