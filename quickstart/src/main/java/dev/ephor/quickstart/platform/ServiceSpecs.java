package dev.ephor.quickstart.platform;

import dev.ephor.quickstart.entra.EntraEmulator;
import dev.ephor.quickstart.issuer.OidcIssuer;
import dev.ephor.quickstart.postgres.DatabaseRole;
import dev.ephor.quickstart.process.ChildSpec;
import dev.ephor.quickstart.process.JavaProgram;
import dev.ephor.quickstart.signals.SignalProducer;
import dev.ephor.quickstart.world.ConfigurationText;
import dev.ephor.quickstart.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the five services are started: each by environment variables alone, as an operator would. */
record ServiceSpecs(
        RunFolder folder, Setup setup, OidcIssuer issuer, EntraEmulator entra, Path configuration) {
    /** Five JVMs share two cores and one machine's memory with a broker and a database. */
    private static final List<String> MODEST =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xms24m",
                    // Growing into it step by step costs a full collection for each step of the
                    // start.
                    "-XX:MetaspaceSize=128m",
                    "-Xss512k",
                    "--enable-native-access=ALL-UNNAMED",
                    // The manifest of quarkus-run.jar says so too, but counts only with -jar.
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--add-opens=java.base/java.nio=ALL-UNNAMED",
                    "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    /** Fewer than in production: each partition costs membership-service two stores. */
    private static final String PARTITIONS = "4";

    /** Passwords for loopback, of no worth elsewhere. */
    static List<DatabaseRole> roles(Set<ServiceName> services) {
        return services.stream()
                .filter(ServiceName::hasDatabase)
                .map(service -> new DatabaseRole(service.database(), password(service)))
                .toList();
    }

    static Path windows(RunFolder folder) {
        return folder.of("windows");
    }

    ChildSpec of(ServiceName service) {
        return new ChildSpec(
                service.text(),
                JavaProgram.quarkus(Project.application(service), options()).command(),
                environment(service),
                folder.log(service.text()));
    }

    private List<String> options() {
        List<String> size = new ArrayList<>(MODEST);
        size.add("-Xmx%dm".formatted(setup.heapMegabytes()));
        if (setup.isSmall()) {
            // What the second compiler needs in memory and CPU, a short life never earns back.
            size.add("-XX:TieredStopAtLevel=1");
            size.add("-XX:ReservedCodeCacheSize=64m");
        }
        return size;
    }

    private Addresses addresses() {
        return setup.addresses();
    }

    private Map<String, String> environment(ServiceName service) {
        Map<String, String> set = new HashMap<>();
        // glibc keeps an arena for every thread that allocates; two do for a small JVM.
        set.put("MALLOC_ARENA_MAX", "2");
        set.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        set.put("QUARKUS_HTTP_PORT", String.valueOf(addresses().of(service.text())));
        // Links in answers name the gateway, which alone may say for whom it asks.
        set.put("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true");
        set.put("QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST", "true");
        set.put("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "127.0.0.1");
        set.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + addresses().of(Addresses.KAFKA));
        set.put("EPHOR_KAFKA_PARTITIONS", PARTITIONS);
        set.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", issuer.jwksUrl());
        set.put("MP_JWT_VERIFY_ISSUER", issuer.issuerUrl());
        set.put("MP_JWT_VERIFY_AUDIENCES", OidcIssuer.AUDIENCE);
        if (service.hasDatabase()) {
            set.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl(service));
            set.put("QUARKUS_DATASOURCE_USERNAME", service.database());
            set.put("QUARKUS_DATASOURCE_PASSWORD", password(service));
        }
        set.putAll(own(service));
        return set;
    }

    private Map<String, String> own(ServiceName service) {
        return switch (service) {
            case REQUEST ->
                    Map.of(
                            "EPHOR_CONFIGURATION",
                            configuration.toString(),
                            "EPHOR_SIGNALS_PRODUCERS_0__NAME",
                            SignalProducer.NAME,
                            "EPHOR_SIGNALS_PRODUCERS_0__SOURCE",
                            SignalProducer.SOURCE,
                            "EPHOR_SIGNALS_PRODUCERS_0__KEYS",
                            SignalProducer.publicKey(),
                            "EPHOR_SIGNALS_PRODUCERS_0__TENANTS",
                            World.TENANT,
                            "EPHOR_LINKS_BASE",
                            "http://127.0.0.1:" + addresses().of(Addresses.GATEWAY),
                            "QUARKUS_MAILER_HOST",
                            "127.0.0.1",
                            "QUARKUS_MAILER_PORT",
                            String.valueOf(addresses().of(Addresses.SMTP)));
            case MEMBERSHIP ->
                    Map.of(
                            "KAFKA_STREAMS_STATE_DIR",
                            windows(folder).toString(),
                            ConfigurationText.ENTRA_SECRET,
                            entra.registration().clientSecret());
            case PROVISIONING -> Map.of(ConfigurationText.APP1_SECRET, Platform.APP1_TOKEN);
            case AUDIT ->
                    Map.of(
                            "EPHOR_AUDIT_CHECKPOINTS_KEYS",
                            folder.of("audit-key.pem").toString(),
                            "EPHOR_AUDIT_CHECKPOINTS_MAKE_KEY",
                            "true");
            case APPROVAL -> Map.of();
        };
    }

    private String jdbcUrl(ServiceName service) {
        return "jdbc:postgresql://127.0.0.1:"
                + addresses().of(Addresses.POSTGRES)
                + "/"
                + service.database();
    }

    private static String password(ServiceName service) {
        return "quickstart-" + service.database();
    }
}
