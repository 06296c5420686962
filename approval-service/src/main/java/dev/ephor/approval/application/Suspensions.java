package dev.ephor.approval.application;

import dev.ephor.events.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose access is suspended, as far as that keeps somebody from deciding. */
public interface Suspensions {

    /** Those of some people who are suspended now, by themselves or with their whole tenant. */
    Set<String> of(String tenant, Collection<String> people);

    /**
     * @param response which suspends
     * @param until when it ends; null: when somebody resumes
     */
    void begin(String response, Scope scope, @Nullable Instant until);

    /** Of no effect for a response that suspends nobody. */
    void end(String response);
}
