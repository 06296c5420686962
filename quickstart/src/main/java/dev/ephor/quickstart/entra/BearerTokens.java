package dev.ephor.quickstart.entra;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The opaque access tokens that were issued and have not run out. */
final class BearerTokens {
    static final Duration LIFE = Duration.ofSeconds(3599);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Long> deadlines = new ConcurrentHashMap<>();

    String issue() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        deadlines.put(token, System.nanoTime() + LIFE.toNanos());
        return token;
    }

    boolean valid(@Nullable String token) {
        Long deadline = token == null ? null : deadlines.get(token);
        return deadline != null && deadline - System.nanoTime() > 0;
    }

    void revokeAll() {
        deadlines.clear();
    }
}
