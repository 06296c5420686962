package dev.ephor.faults.referee;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fetches what a run is judged by from where it lies, and keeps it as files. */
record Collecting(Path folder) {

    /**
     * A journal of effects, from its first entry on.
     *
     * @param url of an emulator
     */
    void journal(String url, String place) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient();
                BufferedWriter out = Files.newBufferedWriter(folder.resolve(place + ".ndjson"))) {
            var request = HttpRequest.newBuilder(URI.create(url + "/_emulator/journal")).build();
            JsonNode entries =
                    Folder.JSON.readTree(http.send(request, BodyHandlers.ofByteArray()).body());
            for (JsonNode entry : entries) {
                out.write(entry.toString());
                out.newLine();
            }
        }
    }

    void topics(String bootstrapServers) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(Folder.TOPICS))) {
            new Topics(bootstrapServers).copyTo(out);
        }
    }
}
