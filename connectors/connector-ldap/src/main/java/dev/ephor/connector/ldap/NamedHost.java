package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.SSLSocketVerifier;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLSocket;

/**
 * Wants a certificate to name the host it comes from. One that does not is told from a line that
 * broke: the first has to be mended, the second passes.
 */
final class NamedHost extends SSLSocketVerifier {

    private final HostNameSSLSocketVerifier names = new HostNameSSLSocketVerifier(true);

    @Override
    public void verifySSLSocket(String host, int port, SSLSocket socket) throws LDAPException {
        try {
            names.verifySSLSocket(host, port, socket);
        } catch (LDAPException e) {
            if (e.getCause() != null) {
                // The handshake came to no end, so there is no certificate to speak of.
                throw e;
            }
            String why = String.valueOf(e.getMessage());
            throw new LDAPException(e.getResultCode(), why, new CertificateException(why));
        }
    }
}
