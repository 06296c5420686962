package dev.ephor.connector.scim;

import dev.ephor.connector.ConnectorProvider.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Certification authorities that are trusted beside those of the JDK. */
final class Trust {

    private Trust() {}

    /** The TLS of a target with a {@code caFile} in PEM; empty where it has none. */
    static Optional<SSLContext> of(Settings settings) {
        return settings.optional("caFile").map(file -> trusting(settings, file));
    }

    private static SSLContext trusting(Settings settings, String file) {
        try (InputStream pem = Files.newInputStream(Path.of(file))) {
            Collection<? extends Certificate> authorities =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (authorities.isEmpty()) {
                throw wrong(settings, file, null);
            }
            return context(authorities);
        } catch (IOException | GeneralSecurityException e) {
            throw wrong(settings, file, e);
        }
    }

    private static SSLContext context(Collection<? extends Certificate> authorities)
            throws IOException, GeneralSecurityException {
        List<Certificate> all = new ArrayList<>(authorities);
        all.addAll(ofTheJdk());
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int i = 0; i < all.size(); i++) {
            store.setCertificateEntry("ca" + i, all.get(i));
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers(store), null);
        return context;
    }

    private static List<X509Certificate> ofTheJdk() throws GeneralSecurityException {
        return Stream.of(managers(null))
                .filter(X509TrustManager.class::isInstance)
                .flatMap(m -> Stream.of(((X509TrustManager) m).getAcceptedIssuers()))
                .toList();
    }

    /**
     * @param store null for the JDK's own
     */
    @SuppressWarnings("NullAway") // the JDK's types do not say that null is a value here
    private static TrustManager[] managers(@Nullable KeyStore store)
            throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static IllegalArgumentException wrong(
            Settings settings, String file, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "'%s' has caFile '%s', of which no certificate can be read: give a PEM file that this service may read"
                        .formatted(settings.name(), file),
                cause);
    }
}
