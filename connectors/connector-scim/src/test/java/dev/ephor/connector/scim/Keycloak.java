package dev.ephor.connector.scim;

import dev.ephor.quickstart.process.ChildSpec;
import dev.ephor.quickstart.process.Children;
import dev.ephor.quickstart.process.FreePorts;
import dev.ephor.quickstart.process.Readiness;
import dev.ephor.quickstart.process.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keycloak itself, from its distribution, with a realm whose SCIM API lets one client in. One runs
 * for all tests of a JVM, and ends with it.
 */
final class Keycloak {

    static final String CLIENT = "ephor";
    static final String SECRET = "keycloak-secret-0123456789";

    private static final Path UNPACKED = Path.of("target", "keycloak");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final int port = FreePorts.one();

    private static final class Running {
        static final Keycloak ONE = started();
    }

    static Keycloak running() {
        return Running.ONE;
    }

    private static Keycloak started() {
        var keycloak = new Keycloak();
        try {
            Path home = home();
            Path realms = Files.createDirectories(home.resolve("data").resolve("import"));
            Files.writeString(realms.resolve("ephor-realm.json"), keycloak.realm());
            // Its shutdown hook ends what it started.
            var child = new Children().start(keycloak.spec(home));
            new Waiting(PATIENCE, System.out::println)
                    .until(child, Readiness.http(keycloak.url() + "/realms/ephor"));
            return keycloak;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path home() throws IOException {
        try (Stream<Path> folders = Files.list(UNPACKED)) {
            return folders.filter(f -> f.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }

    private ChildSpec spec(Path home) {
        return new ChildSpec(
                "keycloak",
                List.of(
                        home.resolve("bin").resolve("kc.sh").toString(),
                        "start-dev",
                        "--features=scim-api",
                        "--db=dev-mem",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=" + url()),
                Map.of("JAVA_HOME", System.getProperty("java.home")),
                UNPACKED.resolve("keycloak.log"));
    }

    private String realm() throws IOException {
        try (InputStream in = Keycloak.class.getResourceAsStream("keycloak-realm.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("CLIENT_SECRET", SECRET)
                    .replace("SCIM_URL", url() + scimPath());
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String scimPath() {
        return "/realms/ephor/scim/v2";
    }

    String tokenUrl() {
        return url() + "/realms/ephor/protocol/openid-connect/token";
    }

    /** An admin's own hand in the realm. */
    AppHand hand() {
        String form =
                "grant_type=client_credentials&client_id=%s&client_secret=%s"
                        .formatted(CLIENT, SECRET);
        var request =
                HttpRequest.newBuilder(URI.create(tokenUrl()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        try {
            String answer = HTTP.send(request, BodyHandlers.ofString()).body();
            String token = Json.parse(answer).path("access_token").asText();
            return new AppHand(url() + scimPath(), "Bearer " + token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
