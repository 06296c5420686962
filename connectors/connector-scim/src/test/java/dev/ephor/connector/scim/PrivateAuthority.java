package dev.ephor.connector.scim;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An HTTPS application on 127.0.0.1 whose certificate no public authority has signed. */
final class PrivateAuthority implements AutoCloseable {

    private static final String PASSWORD = "changeit";

    final Path pem;
    private final HttpServer server;

    PrivateAuthority(Path folder) throws Exception {
        Path store = folder.resolve("server.p12");
        keytool(
                "-genkeypair -alias app -keyalg EC -dname CN=app1 -ext san=ip:127.0.0.1 -ext bc:c"
                        + " -validity 3650 -storetype PKCS12 -storepass changeit -keystore "
                        + store);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        this.pem = Files.writeString(folder.resolve("ca.pem"), pem(keys));
        this.server = started(keys);
    }

    private static String pem(KeyStore keys) throws Exception {
        byte[] certificate = keys.getCertificate("app").getEncoded();
        var base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                .formatted(base64.encodeToString(certificate));
    }

    private static HttpServer started(KeyStore keys) throws Exception {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        var server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext(
                "/",
                exchange -> {
                    byte[] nobody =
                            "{\"totalResults\":0,\"Resources\":[]}"
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, nobody.length);
                    exchange.getResponseBody().write(nobody);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static void keytool(String arguments) throws Exception {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var command = new ArrayList<String>();
        command.add(keytool.toString());
        command.addAll(List.of(arguments.split(" ")));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    String url(String host) {
        return "https://%s:%d/scim/v2".formatted(host, server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
