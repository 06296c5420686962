package dev.ephor.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * A real broker, a real PostgreSQL and an issuer for a {@code @QuarkusTest}: annotate it with
 * {@code @QuarkusTestResource(Platform.class)}. Broker and PostgreSQL are shared by the tests of
 * one JVM; the database is a fresh one for each start of the application.
 *
 * <p>Init argument {@code database=none}: for a service without one.
 */
public final class Platform implements QuarkusTestResourceLifecycleManager {
    private boolean withDatabase = true;

    @Override
    public void init(Map<String, String> args) {
        withDatabase = !"none".equals(args.get("database"));
    }

    @Override
    public Map<String, String> start() {
        var config = new HashMap<String, String>();
        config.put("kafka.bootstrap.servers", TestBroker.bootstrapServers());
        config.put("ephor.kafka.partitions", "3");
        config.put("quarkus.http.test-port", "0");
        config.put("mp.jwt.verify.publickey.location", TestIssuer.keysLocation());
        config.put("mp.jwt.verify.issuer", TestIssuer.ISSUER);
        config.put("mp.jwt.verify.audiences", TestIssuer.AUDIENCE);
        if (withDatabase) {
            config.put("quarkus.datasource.jdbc.url", TestDatabase.fresh());
            config.put("quarkus.datasource.username", "postgres");
            config.put("quarkus.datasource.password", "postgres");
        }
        return config;
    }

    @Override
    public void stop() {
        // Broker and PostgreSQL end with the JVM, and leave nothing.
    }
}
