package dev.ephor.connector.ldap;

import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** OpenLDAP's server, as Debian has it. */
final class Slapd implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/slapd");
    private static final String ADMIN = "cn=admin,dc=example,dc=com";
    private static final String PASSWORD = "bind-secret-0123456789";

    /** The connector's own account may write members, and nothing else. */
    private static final String WHO = "cn=ephor,dc=example,dc=com";

    private static final String CONFIGURATION =
            """
            include /etc/ldap/schema/core.schema
            include /etc/ldap/schema/cosine.schema
            include /etc/ldap/schema/inetorgperson.schema
            include /etc/ldap/schema/nis.schema
            modulepath /usr/lib/ldap
            moduleload back_mdb
            pidfile %1$s/slapd.pid
            database mdb
            suffix dc=example,dc=com
            rootdn %2$s
            rootpw %3$s
            directory %1$s/db
            index entryUUID,member,uniqueMember,memberUid,uid eq
            access to attrs=userPassword by anonymous auth by * none
            access to attrs=member,uniqueMember,memberUid by dn.exact="%4$s" write by users read
            access to * by users read
            """;

    private final int port;
    private final Started process;
    private final LDAPConnection admin;

    private Slapd(int port, Started process, LDAPConnection admin) {
        this.port = port;
        this.process = process;
        this.admin = admin;
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    static Slapd start() {
        Path folder = Started.folder("slapd");
        Path configuration = folder.resolve("slapd.conf");
        int port = freePort();
        try {
            Files.createDirectory(folder.resolve("db"));
            Files.writeString(configuration, CONFIGURATION.formatted(folder, ADMIN, PASSWORD, WHO));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var process =
                Started.in(
                        folder,
                        PROGRAM.toString(),
                        "-f",
                        configuration.toString(),
                        "-h",
                        "ldap://127.0.0.1:" + port,
                        "-d",
                        "0");
        return ready(port, process);
    }

    private static Slapd ready(int port, Started process) {
        var admin = new LDAPConnection();
        await().atMost(Duration.ofMinutes(2))
                .ignoreException(LDAPException.class)
                .failFast(process::checkAlive)
                .until(
                        () -> {
                            admin.connect("127.0.0.1", port);
                            admin.bind(ADMIN, PASSWORD);
                            return true;
                        });
        var slapd = new Slapd(port, process, admin);
        slapd.furnish();
        return slapd;
    }

    private void furnish() {
        try {
            for (Entry entry : Layout.NAMES.ground()) {
                admin.add(entry);
            }
            admin.add(
                    new Entry(
                            WHO,
                            new Attribute(
                                    "objectClass", "organizationalRole", "simpleSecurityObject"),
                            new Attribute("cn", "ephor"),
                            new Attribute("userPassword", PASSWORD)));
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server for groups of one kind. */
    Server with(Layout layout) {
        return new View(this, layout);
    }

    private record View(Slapd slapd, Layout layout) implements Server {

        @Override
        public int port() {
            return slapd.port;
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("bindDn", WHO, "placeholder", layout.nobody());
        }

        @Override
        public String password() {
            return PASSWORD;
        }

        @Override
        public LDAPInterface admin() {
            return slapd.admin;
        }

        @Override
        public void close() {
            slapd.close();
        }
    }

    @Override
    public void close() {
        admin.close();
        process.close();
    }
}
