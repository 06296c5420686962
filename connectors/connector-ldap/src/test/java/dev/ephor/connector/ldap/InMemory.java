package dev.ephor.connector.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.OperationType;
import dev.ephor.connector.conformance.Fault;
import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** UnboundID's server in this process, with the manners of Active Directory where asked for. */
final class InMemory implements Server {

    static final String PASSWORD = "bind-secret-0123456789";

    private final Layout layout;
    private final String who;
    private final Mishaps mishaps = new Mishaps();
    private final Manners manners = new Manners();
    private final InMemoryDirectoryServer server;

    private final Map<String, String> more;

    InMemory(Layout layout) {
        this(layout, Map.of());
    }

    /**
     * @param more settings of its connectors
     */
    InMemory(Layout layout, Map<String, String> more) {
        this(layout, more, listener());
    }

    /**
     * @param listener over what connectors are let in
     */
    InMemory(Layout layout, Map<String, String> more, InMemoryListenerConfig listener) {
        this.layout = layout;
        this.more = more;
        this.who = "cn=ephor," + layout.base();
        try {
            server = new InMemoryDirectoryServer(config(layout, listener));
            for (Entry entry : layout.ground()) {
                server.add(entry);
            }
            server.startListening();
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InMemoryListenerConfig listener() {
        try {
            return InMemoryListenerConfig.createLDAPConfig(
                    "plain", InetAddress.getLoopbackAddress(), 0, null);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    private InMemoryDirectoryServerConfig config(Layout of, InMemoryListenerConfig listener)
            throws LDAPException {
        var config = new InMemoryDirectoryServerConfig(of.base());
        config.addAdditionalBindCredentials(who, PASSWORD);
        config.setAuthenticationRequiredOperationTypes(
                EnumSet.of(OperationType.SEARCH, OperationType.MODIFY));
        config.addInMemoryOperationInterceptor(mishaps);
        config.setListenerConfigs(listener);
        config.setSchema(Schemas.all());
        if (of.isActiveDirectory()) {
            config.setCustomRootDSEAttributes(Manners.rootDse());
            config.addInMemoryOperationInterceptor(manners);
        }
        return config;
    }

    Mishaps mishaps() {
        return mishaps;
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public int port() {
        return server.getListenPort();
    }

    @Override
    public Map<String, String> settings() {
        var settings = new HashMap<>(more);
        settings.put("bindDn", who);
        if (!layout.isActiveDirectory()) {
            settings.put("placeholder", layout.nobody());
        }
        return settings;
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    /** Past the listener: no mishap meets it. */
    @Override
    public LDAPInterface admin() {
        return server;
    }

    /** Active Directory gives the id itself. */
    @Override
    public Entry prepared(Entry entry) {
        if (layout.isActiveDirectory()) {
            entry.addAttribute(
                    "objectGUID", Guid.octets(UUID.randomUUID().toString()).orElseThrow());
        }
        return entry;
    }

    @Override
    public Set<Fault> faults() {
        return EnumSet.of(Fault.BROKEN, Fault.ANSWER_LOST);
    }

    @Override
    public void suffer(Fault fault) {
        mishaps.begin(fault);
    }

    @Override
    public void recover() {
        mishaps.end();
    }

    @Override
    public void passTime(Duration time) {
        manners.passTime(time, server);
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
