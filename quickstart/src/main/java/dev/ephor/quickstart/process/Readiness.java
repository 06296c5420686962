package dev.ephor.quickstart.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** How one sees that a child is ready. */
public sealed interface Readiness {
    int PATIENCE_MILLIS = 2_000;

    /** It answers 200 there. */
    record Http(URI url) implements Readiness {}

    /** It wrote this line. */
    record Line(String text) implements Readiness {}

    static Readiness http(String url) {
        return new Http(URI.create(url));
    }

    static Readiness line(String text) {
        return new Line(text);
    }

    default boolean holds(Child child) {
        return switch (this) {
            case Http(URI url) -> answers(url);
            case Line(String text) -> child.log().hasLine(text);
        };
    }

    private static boolean answers(URI url) {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
