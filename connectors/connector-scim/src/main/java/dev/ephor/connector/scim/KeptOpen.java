package dev.ephor.connector.scim;

import de.captaingoldfish.scim.sdk.client.ScimClientConfig;
import de.captaingoldfish.scim.sdk.client.http.ConfigManipulator;
import de.captaingoldfish.scim.sdk.client.http.ScimHttpClient;
import java.util.concurrent.TimeUnit;
import org.apache.http.NoHttpResponseException;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.DefaultClientConnectionReuseStrategy;
import org.apache.http.impl.client.HttpClientBuilder;

/**
 * The HTTP client below SCIM-SDK: pooled connections that stay open, through the target's proxy and
 * with its TLS. SCIM-SDK by itself closes each one after one request, which costs more than the
 * request.
 */
record KeptOpen(ScimTarget target) implements ConfigManipulator {

    private static final int CONNECTIONS = 16;

    static ScimHttpClient client(ScimTarget target) {
        var config = ScimClientConfig.builder().configManipulator(new KeptOpen(target));
        target.proxy().ifPresent(proxy -> config.proxy(proxy.helper()));
        return new ScimHttpClient(config.build());
    }

    @Override
    public void modifyRequestConfig(RequestConfig.Builder request) {
        int millis = Math.toIntExact(target.timeout().toMillis());
        // SCIM-SDK counts in seconds; half a second has to be possible.
        request.setConnectTimeout(millis)
                .setSocketTimeout(millis)
                .setConnectionRequestTimeout(millis);
    }

    @Override
    public void modifyHttpClientConfig(HttpClientBuilder client) {
        target.tls().ifPresent(client::setSSLContext);
        client.setConnectionReuseStrategy(DefaultClientConnectionReuseStrategy.INSTANCE)
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .setConnectionTimeToLive(5, TimeUnit.MINUTES)
                // A redirect would carry the token to wherever it points.
                .disableRedirectHandling()
                .disableAuthCaching()
                // Only a connection that was closed while it idled is worth a second try: the
                // request never arrived, and every call here may be repeated.
                .setRetryHandler(
                        (failure, times, _) ->
                                times == 1 && failure instanceof NoHttpResponseException);
    }
}
