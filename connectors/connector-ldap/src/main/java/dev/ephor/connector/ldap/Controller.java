package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import dev.ephor.connector.ldap.Address.Security;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.net.SocketFactory;

/** One server, and the connections to it that are open and signed in but not in use. */
final class Controller implements AutoCloseable {

    private final LdapDirectory directory;
    private final Address address;
    private final Deque<LDAPConnection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Controller(LdapDirectory directory, Address address) {
        this.directory = directory;
        this.address = address;
    }

    /** An open connection; what the server closed meanwhile is thrown away. */
    LDAPConnection take() throws LDAPException {
        for (LDAPConnection c = idle.pollLast(); c != null; c = idle.pollLast()) {
            if (c.isConnected()) {
                return c;
            }
            c.close();
        }
        return connected();
    }

    void giveBack(LDAPConnection connection, boolean usable) {
        if (!usable) {
            connection.close();
            return;
        }
        idle.addLast(connection);
        if (closed) {
            close();
        }
    }

    private LDAPConnection connected() throws LDAPException {
        long begun = System.nanoTime();
        var told = new Told(toString());
        String dn = directory.bind().dn();
        try {
            LDAPConnection connection = reached();
            told.bind(dn, begun, ResultCode.SUCCESS, "");
            return connection;
        } catch (LDAPException e) {
            told.bind(dn, begun, e.getResultCode(), String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private LDAPConnection reached() throws LDAPException {
        var connection = new LDAPConnection(sockets(), options());
        boolean ready = false;
        try {
            connection.connect(address.host(), address.port());
            if (address.security() == Security.START_TLS) {
                connection.processExtendedOperation(
                        new StartTLSExtendedRequest(address.tls().orElseThrow()));
            }
            connection.bind(
                    new SimpleBindRequest(directory.bind().dn(), directory.bind().password()));
            ready = true;
            return connection;
        } finally {
            if (!ready) {
                connection.close();
            }
        }
    }

    private SocketFactory sockets() {
        return address.security() == Security.LDAPS
                ? new LdapsSockets(address.tls().orElseThrow().getSocketFactory(), millis())
                : SocketFactory.getDefault();
    }

    private int millis() {
        return Math.clamp(directory.limits().timeout().toMillis(), 1, Integer.MAX_VALUE);
    }

    private LDAPConnectionOptions options() {
        var options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(millis());
        options.setResponseTimeoutMillis(millis());
        options.setSSLSocketVerifier(new NamedHost());
        return options;
    }

    @Override
    public void close() {
        closed = true;
        for (LDAPConnection c = idle.poll(); c != null; c = idle.poll()) {
            c.close();
        }
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
