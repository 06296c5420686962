package dev.ephor.connector.ldap;

import dev.ephor.connector.ConnectorProvider.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates a server may show: those of {@code caFile} alone, or whom the JDK trusts. */
final class Trust {

    private Trust() {}

    /**
     * @throws IllegalArgumentException when the file is not to be read; the message names it
     */
    static SSLContext of(Settings settings) {
        Optional<String> file = settings.optional("caFile");
        try {
            return file.isEmpty() ? SSLContext.getDefault() : onlyOf(Path.of(file.get()));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw LdapDirectory.wrong(
                    settings,
                    "caFile",
                    file.orElse(""),
                    "a readable PEM file of certificates (%s)".formatted(e.getMessage()));
        }
    }

    private static SSLContext onlyOf(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates(file)) {
            store.setCertificateEntry("ca" + number++, certificate);
        }
        var trusting = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusting.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusting.getTrustManagers(), null);
        return context;
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new IOException("it holds none");
            }
            return certificates;
        }
    }
}
