package dev.ephor.quickstart.entra;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestOption;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import com.microsoft.kiota.http.middleware.options.RetryHandlerOption;
import dev.ephor.quickstart.http.Http;
import java.net.URI;
import java.util.Map;

/** A small tenant for tests: two users, two groups; and Microsoft's own SDK as its client. */
final class Acme implements AutoCloseable {
    static final String DANA = "b4a1d5e0-1111-4111-8111-000000000101";
    static final String ARNO = "b4a1d5e0-1111-4111-8111-000000000102";
    static final String OPERATORS = "3f0e7c11-2222-4222-8222-000000000601";
    static final String EVERYBODY = "3f0e7c11-2222-4222-8222-000000000602";
    static final String ABSENT = "00000000-0000-4000-8000-000000000000";

    final EntraEmulator entra = EntraEmulator.start(0);
    final Http http = new Http(entra.graphUrl(), entra.issueToken());

    Acme() {
        entra.addUser(DANA, "Dana Ray", "dana@example.com");
        entra.addUser(ARNO, "Arno Vos", "arno@example.com");
        entra.addGroup(OPERATORS, "Billing operators");
        entra.addGroup(EVERYBODY, "Everybody");
    }

    /** The SDK without its own retries, so that a test sees what the emulator answers. */
    GraphServiceClient sdk() {
        RequestOption once = new RetryHandlerOption((_, _, _, _) -> false, 1, 0);
        return new GraphServiceClient(
                new BaseGraphRequestAdapter(
                        new BaseBearerTokenAuthenticationProvider(
                                new StaticToken(entra.issueToken())),
                        entra.graphUrl(),
                        GraphClientFactory.create(new RequestOption[] {once}).build()));
    }

    static String reference(String id) {
        return "https://graph.microsoft.com/v1.0/directoryObjects/" + id;
    }

    static String referenceBody(String id) {
        return "{\"@odata.id\":\"" + reference(id) + "\"}";
    }

    @Override
    public void close() {
        entra.close();
    }

    private record StaticToken(String token) implements AccessTokenProvider {
        private static final AllowedHostsValidator ANY = new AllowedHostsValidator();

        @Override
        public String getAuthorizationToken(URI uri, Map<String, Object> context) {
            return token;
        }

        @Override
        public AllowedHostsValidator getAllowedHostsValidator() {
            return ANY;
        }
    }
}
