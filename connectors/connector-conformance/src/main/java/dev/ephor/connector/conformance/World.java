package dev.ephor.connector.conformance;

import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.Membership;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The other side of a connector, as the suite needs it: it makes things known there, reads them
 * without the connector, and breaks it on purpose. A world serves one test.
 */
public interface World extends AutoCloseable {

    /** How long a throttled world asks to wait. */
    Duration RETRY_AFTER = Duration.ofSeconds(7);

    /**
     * What opens a connector onto this world.
     *
     * @param timeout the longest that the connector may wait for one answer
     */
    Settings settings(Duration timeout);

    /** The same with a credential that this world does not accept. */
    Settings settingsWithWrongCredential();

    /** The key of the setting that gives the credential: a refusal of it has to name the key. */
    String credentialSetting();

    /** What must never be read in an answer. */
    List<String> secrets();

    /** A group that is new and known here, without members. */
    Membership.Group group();

    /** A principal that is new and known here. */
    Membership.Principal principal();

    /** A group that the connector can neither find nor make here. */
    Membership.Group unknownGroup();

    /** A principal that the connector can neither find nor make here. */
    Membership.Principal unknownPrincipal();

    /** Gives the access by hand, past the connector. */
    void put(Membership membership);

    /** Takes the access by hand, past the connector. */
    void take(Membership membership);

    /**
     * Reads who holds the access, past the connector.
     *
     * @return the directory object ids, one for each time the principal is held: a principal that
     *     is there twice is listed twice
     */
    List<String> holders(Membership.Group group, String access);

    /** Breaks the world for every call from now on. */
    void suffer(Fault fault);

    /** Ends whatever it suffers. */
    void recover();

    /**
     * Lets time pass here; what is over by then has ended when this returns. Called only where the
     * connector offers bounded grants.
     */
    default void passTime(Duration time) {
        throw new UnsupportedOperationException("a world of bounded grants lets time pass");
    }

    /** The faults that this world knows; a test of another one is skipped. */
    default Set<Fault> faults() {
        return EnumSet.allOf(Fault.class);
    }

    /** Connections to this world that are open now. */
    int openConnections();

    /** Connections to this world that were ever opened. */
    int openedConnections();

    @Override
    void close();
}
