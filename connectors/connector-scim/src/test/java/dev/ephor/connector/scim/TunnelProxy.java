package dev.ephor.connector.scim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy of a test: it tunnels ({@code CONNECT}, RFC 9110, section 9.3.6) for one user. */
final class TunnelProxy implements AutoCloseable {

    static final String USER = "squid";
    static final String PASSWORD = "proxy-password-0123456789";

    final List<String> tunnels = new CopyOnWriteArrayList<>();
    private final ServerSocket listener;

    TunnelProxy() throws IOException {
        this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket caller = listener.accept();
                Thread.startVirtualThread(() -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            for (String head = head(caller); !head.isEmpty(); head = head(caller)) {
                if (isAllowed(head)) {
                    tunnel(caller, head.split(" ")[1]);
                    return;
                }
                write(
                        caller,
                        "HTTP/1.1 407 Proxy Authentication Required\r\n"
                                + "Proxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n");
            }
        } catch (IOException ended) {
            // Either side hung up.
        }
    }

    private static boolean isAllowed(String head) {
        String known = new Credential.Basic(USER, PASSWORD).encoded();
        return head.contains("Proxy-Authorization: Basic " + known + "\r\n");
    }

    private void tunnel(Socket caller, String to) throws IOException {
        tunnels.add(to);
        String[] parts = to.split(":");
        try (var server = new Socket(parts[0], Integer.parseInt(parts[1]))) {
            write(caller, "HTTP/1.1 200 Connection established\r\n\r\n");
            Thread back = Thread.startVirtualThread(() -> relay(server, caller));
            relay(caller, server);
            back.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void relay(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // Either side hung up.
        }
    }

    private static String head(Socket caller) throws IOException {
        InputStream in = caller.getInputStream();
        var head = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            head.append((char) c);
            if (head.toString().endsWith("\r\n\r\n")) {
                return head.toString();
            }
        }
        return "";
    }

    private static void write(Socket caller, String text) throws IOException {
        caller.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
