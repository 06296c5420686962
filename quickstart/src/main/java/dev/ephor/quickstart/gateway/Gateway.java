package dev.ephor.quickstart.gateway;

import dev.ephor.quickstart.http.LoopbackServer;
import java.util.List;

/**
 * Serves every API of the platform under one address, as an ingress does in production: whoever
 * speaks Graph changes the base URL and nothing else.
 */
public final class Gateway implements AutoCloseable {
    private final LoopbackServer server;

    private Gateway(LoopbackServer server) {
        this.server = server;
    }

    /**
     * @param port 0 for any free one
     * @param routes the first that covers a path is taken
     * @param others the address of the service that answers everything else
     */
    public static Gateway start(int port, List<Route> routes, String others) {
        return new Gateway(
                LoopbackServer.serving(port, new Forwarding(List.copyOf(routes), others)));
    }

    /** Such as {@code http://127.0.0.1:18080}; Graph's base URL is this and {@code /v1.0}. */
    public String url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
    }
}
