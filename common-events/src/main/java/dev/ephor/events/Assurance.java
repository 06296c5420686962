package dev.ephor.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How strongly somebody had signed in when they asked or decided, as their token said it.
 *
 * @param acr authentication context class (RFC 9470, {@code acr})
 * @param amr methods (RFC 8176), such as {@code pwd}, {@code mfa}, {@code fido}
 * @param contexts Entra's satisfied authentication contexts ({@code acrs}), such as {@code c1}
 * @param authenticatedAt when they last signed in actively ({@code auth_time})
 */
public record Assurance(
        @Nullable String acr,
        List<String> amr,
        List<String> contexts,
        @Nullable Instant authenticatedAt) {
    public Assurance {
        amr = List.copyOf(amr);
        contexts = List.copyOf(contexts);
    }
}
