package dev.ephor.connector.ldap;

import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;

/**
 * A domain controller of Active Directory, as Samba makes one and Debian has it. It listens on an
 * address of loopback that nobody else uses, because its ports are fixed.
 */
final class SambaDc implements Server {

    private static final Path TOOL = Path.of("/usr/bin/samba-tool");
    private static final Path PROGRAM = Path.of("/usr/sbin/samba");
    private static final Path SCHEMA = Path.of("/usr/share/samba/setup/ad-schema");
    private static final String ADDRESS = "127.0.77.1";
    private static final int LDAPS = 636;
    private static final String WHO = "Administrator@ephor.example";
    private static final String PASSWORD = "Bind-Secret-0123456789";

    private static final String CONFIGURATION =
            """
            [global]
            netbios name = DC1
            realm = EPHOR.EXAMPLE
            workgroup = EPHOR
            server role = active directory domain controller
            server services = ldap
            dcerpc endpoint servers = none
            disable netbios = yes
            interfaces = %2$s/8
            bind interfaces only = yes
            binddns dir = %1$s/bind-dns
            cache directory = %1$s/cache
            lock directory = %1$s
            state directory = %1$s/state
            private dir = %1$s/private
            pid directory = %1$s/run
            ncalrpc dir = %1$s/run/ncalrpc
            winbindd socket directory = %1$s/run/winbindd
            ntp signd socket directory = %1$s/run/ntp
            log file = %1$s/log
            tls cafile = %1$s/ca.pem
            tls certfile = %1$s/cert.pem
            tls keyfile = %1$s/key.pem
            """;

    private final Started process;
    private final LDAPConnection admin;
    private final Authority authority;

    private SambaDc(Started process, LDAPConnection admin, Authority authority) {
        this.process = process;
        this.admin = admin;
        this.authority = authority;
    }

    /** Only root may listen on the ports of Active Directory, and only one at a time. */
    static boolean isRunnable() {
        try (var _ = new ServerSocket(LDAPS, 1, InetAddress.getByName(ADDRESS))) {
            return Files.isExecutable(TOOL)
                    && Files.isExecutable(PROGRAM)
                    && Files.isDirectory(SCHEMA)
                    && Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    static SambaDc start() {
        Path folder = Started.folder("samba");
        provision(folder);
        Authority authority = Authority.in(folder);
        Path configuration = folder.resolve("smb.conf");
        try {
            Files.createDirectories(folder.resolve("run"));
            Files.createDirectories(folder.resolve("cache"));
            Files.writeString(configuration, CONFIGURATION.formatted(folder, ADDRESS));
            // Samba refuses a key that others may read.
            Files.setPosixFilePermissions(
                    authority.key(),
                    java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var process =
                Started.in(
                        folder,
                        PROGRAM.toString(),
                        "-F",
                        "--no-process-group",
                        "-M",
                        "single",
                        "-s",
                        configuration.toString());
        return new SambaDc(process, admin(process), authority);
    }

    private static void provision(Path folder) {
        Started.run(
                folder,
                TOOL.toString(),
                "domain",
                "provision",
                "--targetdir=" + folder,
                "--realm=EPHOR.EXAMPLE",
                "--domain=EPHOR",
                "--server-role=dc",
                "--dns-backend=NONE",
                "--adminpass=" + PASSWORD,
                "--host-name=dc1",
                "--host-ip=127.0.0.1",
                "--option=bind interfaces only=yes",
                "--option=interfaces=" + ADDRESS + "/8");
    }

    private static LDAPConnection admin(Started process) {
        try {
            var sockets = new SSLUtil(new TrustAllTrustManager()).createSSLSocketFactory();
            var admin = new LDAPConnection(sockets);
            await().atMost(Duration.ofMinutes(2))
                    .ignoreException(LDAPException.class)
                    .failFast(process::checkAlive)
                    .until(
                            () -> {
                                admin.connect(ADDRESS, LDAPS);
                                admin.bind(WHO, PASSWORD);
                                return true;
                            });
            return admin;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Layout layout() {
        return Layout.activeDirectory("DC=ephor,DC=example");
    }

    @Override
    public String host() {
        return ADDRESS;
    }

    @Override
    public int port() {
        return LDAPS;
    }

    @Override
    public String scheme() {
        return "ldaps";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("bindDn", WHO, "caFile", authority.ca().toString(), "pageSize", "50");
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    @Override
    public LDAPInterface admin() {
        return admin;
    }

    @Override
    public void close() {
        admin.close();
        process.close();
    }
}
