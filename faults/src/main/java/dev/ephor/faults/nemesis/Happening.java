package dev.ephor.faults.nemesis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.faults.load.ClientLog;

/** A misfortune while it happens, and what is written down of it. */
final class Happening {
    private final ObjectNode line;

    Happening(String kind, String what, String scope) {
        line = ClientLog.line("fault").put("kind", kind).put("what", what).put("scope", scope);
        line.put("from", System.currentTimeMillis());
    }

    /** Nothing is done to the platform any more: what was killed runs. */
    void over() {
        line.put("until", System.currentTimeMillis());
    }

    /**
     * It calls itself ready.
     *
     * @param answers whether it really answered then
     */
    void ready(boolean answers) {
        line.put("ready", System.currentTimeMillis()).put("answers", answers);
    }

    ObjectNode line() {
        return line;
    }
}
