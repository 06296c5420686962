package dev.ephor.connector.scim;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What must never be read in an answer or an exchange; grows by each token that is issued. */
final class Secrets {

    /** Issued tokens that are remembered: an application may quote one that is just outdated. */
    private static final int MOST = 4;

    private final List<String> known;
    private final Queue<String> issued = new ConcurrentLinkedQueue<>();

    Secrets(Collection<String> known) {
        this.known = List.copyOf(known);
    }

    void add(String token) {
        issued.add(token);
        while (issued.size() > MOST) {
            issued.poll();
        }
    }

    /** The text without any of them. */
    String cut(String text) {
        String left = text;
        for (String secret : known) {
            left = without(left, secret);
        }
        for (String secret : issued) {
            left = without(left, secret);
        }
        return left;
    }

    private static String without(String text, String secret) {
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return text.replace(secret, "***").replace(encoded, "***");
    }
}
