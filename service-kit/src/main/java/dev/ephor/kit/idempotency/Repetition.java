package dev.ephor.kit.idempotency;

import dev.ephor.kit.idempotency.Claim.Granted;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Whether the call at hand may be repeated, and whether its answer is kept already. */
@RequestScoped
class Repetition {
    private @Nullable Granted claim;

    void granted(Granted granted) {
        claim = granted;
    }

    /** Null: it came without a key, or its answer is kept. */
    @Nullable Granted unkept() {
        return claim;
    }

    void kept() {
        claim = null;
    }
}
