package dev.ephor.audit.application;

import java.util.List;

/** Which checkpoints the world was told of: what no database that is put back can take back. */
@FunctionalInterface
public interface ReadPublished {
    /**
     * The newest of them at the first call, later what came since the call before; in their order,
     * some perhaps again. What is returned is not returned by the next call.
     *
     * @return notes, whoever wrote them
     * @throws RuntimeException when they cannot be read now
     */
    List<String> next();
}
