package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.util.OID;
import com.unboundid.util.ssl.PEMFileKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import com.unboundid.util.ssl.cert.X509CertificateExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;

/** A private authority, and one certificate of 127.0.0.1 that it signed, as PEM files. */
record Authority(Path ca, Path certificate, Path key) {

    private static final SignatureAlgorithmIdentifier SIGNED =
            SignatureAlgorithmIdentifier.SHA_256_WITH_RSA;
    private static final Duration VALID = Duration.ofDays(1);

    /** Basic constraints that say {@code CA:TRUE} (RFC 5280, section 4.2.1.9). */
    private static final X509CertificateExtension IS_AUTHORITY =
            new X509CertificateExtension(
                    new OID("2.5.29.19"), true, new byte[] {0x30, 3, 1, 1, (byte) 0xFF});

    /** The subject alternative name 127.0.0.1 (RFC 5280, section 4.2.1.6). */
    private static final X509CertificateExtension IS_LOOPBACK =
            new X509CertificateExtension(
                    new OID("2.5.29.17"),
                    false,
                    new byte[] {0x30, 6, (byte) 0x87, 4, 127, 0, 0, 1});

    static Authority in(Path folder) {
        try {
            KeyPair authority = keys();
            KeyPair server = keys();
            X509Certificate ca = own(authority, "CN=Test Authority", IS_AUTHORITY);
            X509Certificate asked = own(server, "CN=directory", IS_LOOPBACK);
            X509Certificate signed =
                    X509Certificate.generateIssuerSignedCertificate(
                            SIGNED,
                            ca,
                            authority.getPrivate(),
                            asked.getPublicKeyAlgorithmOID(),
                            asked.getPublicKeyAlgorithmParameters(),
                            asked.getEncodedPublicKey(),
                            asked.getDecodedPublicKey(),
                            new DN("CN=directory"),
                            asked.getNotBeforeTime(),
                            asked.getNotAfterTime(),
                            IS_LOOPBACK);
            return new Authority(
                    Files.writeString(folder.resolve("ca.pem"), ca.toPEMString()),
                    Files.writeString(folder.resolve("cert.pem"), signed.toPEMString()),
                    Files.writeString(folder.resolve("key.pem"), pem(server)));
        } catch (IOException | GeneralSecurityException | com.unboundid.util.LDAPSDKException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static X509Certificate own(
            KeyPair keys, String name, X509CertificateExtension extension)
            throws com.unboundid.util.LDAPSDKException {
        long now = System.currentTimeMillis();
        return X509Certificate.generateSelfSignedCertificate(
                SIGNED,
                keys,
                new DN(name),
                now - VALID.toMillis(),
                now + VALID.toMillis(),
                extension);
    }

    private static String pem(KeyPair keys) {
        String encoded =
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keys.getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n";
    }

    /** What a server in this process shows its certificate with. */
    SSLUtil serving() {
        try {
            return new SSLUtil(
                    new PEMFileKeyManager(certificate.toFile(), key.toFile()),
                    new TrustAllTrustManager());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
