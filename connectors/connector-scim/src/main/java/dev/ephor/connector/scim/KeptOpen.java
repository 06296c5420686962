package dev.ephor.connector.scim;

import de.captaingoldfish.scim.sdk.client.http.ConfigManipulator;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.http.NoHttpResponseException;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.DefaultClientConnectionReuseStrategy;
import org.apache.http.impl.client.HttpClientBuilder;

/**
 * The HTTP client below SCIM-SDK: pooled connections that stay open. SCIM-SDK by itself closes each
 * one after one request, which costs more than the request.
 */
record KeptOpen(Duration timeout) implements ConfigManipulator {

    private static final int CONNECTIONS = 16;

    @Override
    public void modifyRequestConfig(RequestConfig.Builder request) {
        int millis = Math.toIntExact(timeout.toMillis());
        // SCIM-SDK counts in seconds; half a second has to be possible.
        request.setConnectTimeout(millis)
                .setSocketTimeout(millis)
                .setConnectionRequestTimeout(millis);
    }

    @Override
    public void modifyHttpClientConfig(HttpClientBuilder client) {
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
