package dev.ephor.connector.ldap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sockets of LDAPS on which the handshake has a time-out as well: the SDK bounds the connecting
 * only, and would wait without an end for a server that takes the connection and says nothing.
 */
final class LdapsSockets extends SocketFactory {

    private final SSLSocketFactory sockets;
    private final int timeoutMillis;

    LdapsSockets(SSLSocketFactory sockets, int timeoutMillis) {
        this.sockets = sockets;
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public Socket createSocket() throws IOException {
        return bounded(sockets.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return bounded(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return bounded(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
            throws IOException {
        return bounded(sockets.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
            throws IOException {
        return bounded(sockets.createSocket(host, port, from, fromPort));
    }

    private Socket bounded(Socket socket) throws IOException {
        socket.setSoTimeout(timeoutMillis);
        return socket;
    }
}
