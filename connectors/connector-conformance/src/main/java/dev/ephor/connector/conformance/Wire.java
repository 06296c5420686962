package dev.ephor.connector.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A loopback TCP relay in front of a world's server. It counts connections, and can stop listening
 * or fall silent, which a server on its own can not.
 */
public final class Wire implements AutoCloseable {

    private final InetSocketAddress upstream;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger opened = new AtomicInteger();
    private volatile ServerSocket listener;
    private volatile Thread accepting;
    private volatile boolean silent;

    /**
     * @param upstream the loopback port of the server behind this wire
     */
    public Wire(int upstream) {
        this(new InetSocketAddress(InetAddress.getLoopbackAddress(), upstream));
    }

    /**
     * @param upstream the server behind this wire
     */
    public Wire(InetSocketAddress upstream) {
        this.upstream = upstream;
        this.listener = listen(0);
        this.accepting = accept();
    }

    /** The loopback port to call instead of the server's own. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Connections that callers hold open now. */
    public int openConnections() {
        return open.size();
    }

    /** Connections that callers ever opened. */
    public int openedConnections() {
        return opened.get();
    }

    /** From now on a connection is refused; those that are open are closed. */
    public void refuse() {
        closeQuietly(listener);
        // The port is free only when the thread that waited on it has noticed.
        join(accepting);
        open.forEach(Wire::closeQuietly);
    }

    /** From now on calls are taken and never answered. */
    public void fallSilent() {
        silent = true;
    }

    /** Listens and relays again, on the same port. */
    public void recover() {
        silent = false;
        if (listener.isClosed()) {
            listener = listen(listener.getLocalPort());
            accepting = accept();
        }
    }

    @Override
    public void close() {
        refuse();
    }

    private static ServerSocket listen(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Thread accept() {
        ServerSocket from = listener;
        return Thread.startVirtualThread(() -> accept(from));
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket caller = from.accept();
                open.add(caller);
                opened.incrementAndGet();
                Thread.startVirtualThread(() -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller;
                var server = new Socket(upstream.getAddress(), upstream.getPort())) {
            caller.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Thread back = Thread.startVirtualThread(() -> relay(server, caller));
            relay(caller, server);
            back.join();
        } catch (IOException | InterruptedException ended) {
            // Either side hung up: so does the other, by leaving the block.
        } finally {
            open.remove(caller);
        }
    }

    /** Relays one direction until either end closes, then closes both so that the other ends. */
    private void relay(Socket from, Socket to) {
        byte[] bytes = new byte[16_384];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                if (!silent) {
                    to.getOutputStream().write(bytes, 0, n);
                }
            }
        } catch (IOException ended) {
            // One side hung up; closing both is all there is to do.
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // It is being thrown away.
        }
    }
}
