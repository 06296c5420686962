package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPInterface;
import dev.ephor.connector.conformance.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A directory server that a test has to itself. */
interface Server extends AutoCloseable {

    Layout layout();

    /** An address of loopback. */
    default String host() {
        return "127.0.0.1";
    }

    int port();

    default String scheme() {
        return "ldap";
    }

    /** What a connector needs besides the address, the layout and the password. */
    Map<String, String> settings();

    String password();

    /** An administrator's hand, past the connector. */
    LDAPInterface admin();

    /** The entry as it may be added here. */
    default Entry prepared(Entry entry) {
        return entry;
    }

    /** The faults that the server itself can be made to have. */
    default Set<Fault> faults() {
        return Set.of();
    }

    default void suffer(Fault fault) {
        throw new UnsupportedOperationException(fault.toString());
    }

    default void recover() {}

    default void passTime(Duration time) {
        throw new UnsupportedOperationException("time passes by itself here");
    }

    @Override
    void close();
}
