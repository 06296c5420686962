package dev.ephor.provisioning.rest;

import dev.ephor.connector.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * An exchange with a target on the wire.
 *
 * @param status absent: no answer came
 */
public record Shown(
        String operation,
        String address,
        String sent,
        @Nullable Integer status,
        String received,
        long tookMillis) {

    static Shown of(Exchange exchange) {
        return new Shown(
                exchange.operation(),
                exchange.address(),
                exchange.sent(),
                exchange.status(),
                exchange.received(),
                exchange.took().toMillis());
    }
}
