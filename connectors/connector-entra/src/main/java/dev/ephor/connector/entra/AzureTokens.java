package dev.ephor.connector.entra;

import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.microsoft.graph.core.authentication.AzureIdentityAccessTokenProvider;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import com.microsoft.kiota.authentication.ObservabilityOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tokens from Entra itself through azure-identity, which caches and renews them. */
final class AzureTokens implements TokenSource {

    private final Words words;
    private final AccessTokenProvider azure;

    private AzureTokens(Words words, AccessTokenProvider azure) {
        this.words = words;
        this.azure = azure;
    }

    static AzureTokens of(EntraTenant tenant) {
        return of(tenant, Cloud.authority(tenant.graphUrl()));
    }

    static AzureTokens of(EntraTenant tenant, String authority) {
        String host = tenant.graphUrl().getHost();
        var azure =
                new AzureIdentityAccessTokenProvider(
                        credential(tenant, authority),
                        // Without the host the SDK silently sends no token to it.
                        new String[] {host},
                        new ObservabilityOptions(),
                        "https://" + host + "/.default");
        return new AzureTokens(new Words(tenant), azure);
    }

    private static TokenCredential credential(EntraTenant tenant, String authority) {
        var http =
                new JdkHttpClientBuilder()
                        .connectionTimeout(tenant.timeout())
                        .responseTimeout(tenant.timeout())
                        .build();
        return new ClientSecretCredentialBuilder()
                .tenantId(tenant.tenantId())
                .clientId(tenant.clientId())
                .clientSecret(tenant.clientSecret())
                .authorityHost(authority)
                .httpClient(http)
                // Its own retries would wait where the caller should decide.
                .retryOptions(new RetryOptions(new FixedDelayOptions(0, Duration.ZERO)))
                .build();
    }

    @Override
    public String getAuthorizationToken(URI uri, @Nullable Map<String, Object> context) {
        try {
            return azure.getAuthorizationToken(uri, context);
        } catch (ClientAuthenticationException e) {
            throw new NoAnswer(words.tokenRefused(status(e), String.valueOf(e.getMessage())));
        } catch (HttpResponseException e) {
            throw new NoAnswer(words.tokenRefused(status(e), String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            throw new NoAnswer(words.unreachable("asked for a token", io(e)));
        }
    }

    private static int status(HttpResponseException e) {
        return e.getResponse() == null ? 401 : e.getResponse().getStatusCode();
    }

    /** Reactor wraps what happened on the wire. */
    private static IOException io(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return io;
            }
        }
        return new IOException(e);
    }

    @Override
    public AllowedHostsValidator getAllowedHostsValidator() {
        return azure.getAllowedHostsValidator();
    }

    @Override
    public boolean renew() {
        // azure-identity knows no way to drop a token; a claims challenge makes it fetch another.
        return false;
    }
}
