package dev.ephor.provisioning.application;

import dev.ephor.connector.Exchange;
import java.util.List;

/**
 * What was exchanged with a target in one call, for all that it was told in it.
 *
 * @param id by which the log's lines name it
 * @param exchanges without secrets; none where the target was not called
 */
public record TargetCall(String id, List<Exchange> exchanges) {

    public TargetCall {
        exchanges = List.copyOf(exchanges);
    }

    boolean isKept() {
        return !exchanges.isEmpty();
    }
}
