package dev.ephor.quickstart.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP/1.1 server on 127.0.0.1 that runs every request on a virtual thread of its own. */
public final class LoopbackServer implements AutoCloseable {
    private static final int BACKLOG = 1024;

    static {
        // The JDK's server reads these once, when its first instance is made. Without the first,
        // Nagle's algorithm
        // and delayed acknowledgement add 40 ms to small replies; the others keep idle keep-alive
        // connections open
        // longer than any client does, so that no client writes into a connection that is just
        // being closed.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private LoopbackServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * @param port 0 for any free one
     * @throws UncheckedIOException where the port is taken
     */
    public static LoopbackServer start(int port, Endpoint endpoint) {
        return serving(port, new Exchange(endpoint));
    }

    /** The same for what reads and writes streams. */
    public static LoopbackServer serving(int port, HttpHandler exchanges) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            HttpServer server = HttpServer.create(address, BACKLOG);
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            server.createContext("/", exchanges);
            server.start();
            return new LoopbackServer(server, threads);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on 127.0.0.1:" + port + ": " + e, e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Such as `http://127.0.0.1:8085`, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Closes the port and every connection at once; requests under way get no reply. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
