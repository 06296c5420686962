package dev.ephor.connector.entra;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.NativeResponseHandler;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.RequestOption;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import com.microsoft.kiota.http.middleware.options.RetryHandlerOption;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Microsoft's client with one pool of connections, without retries of its own. */
final class GraphClient implements AutoCloseable {

    private final OkHttpClient http;
    private final TokenSource tokens;
    private final Words words;
    private final GraphServiceClient graph;

    private GraphClient(OkHttpClient http, TokenSource tokens, EntraTenant tenant) {
        this.http = http;
        this.tokens = tokens;
        this.words = new Words(tenant);
        // A base URL of one's own excludes the SDK's class of clouds, and the other way round.
        var adapter =
                new BaseGraphRequestAdapter(
                        new BaseBearerTokenAuthenticationProvider(tokens),
                        tenant.graphUrl().toString(),
                        http);
        this.graph = new GraphServiceClient(adapter);
    }

    static GraphClient open(EntraTenant tenant) {
        OkHttpClient http = http(tenant);
        TokenSource tokens =
                tenant.tokenUrl()
                        .<TokenSource>map(url -> emulated(tenant, url, http))
                        .orElseGet(() -> AzureTokens.of(tenant));
        return new GraphClient(http, tokens, tenant);
    }

    private static TokenSource emulated(EntraTenant tenant, URI tokenUrl, OkHttpClient http) {
        // The same pool of connections, without what the SDK adds to each request.
        var bare = http.newBuilder();
        bare.interceptors().clear();
        return new EmulatorTokens(tenant, tokenUrl, bare.build(), InstantSource.system());
    }

    private static OkHttpClient http(EntraTenant tenant) {
        RequestOption noRetries = new RetryHandlerOption((_, _, _, _) -> false, 1, 0);
        return GraphClientFactory.create(new RequestOption[] {noRetries})
                .connectTimeout(tenant.timeout())
                .readTimeout(tenant.timeout())
                .writeTimeout(tenant.timeout())
                .callTimeout(tenant.timeout())
                .build();
    }

    GraphServiceClient graph() {
        return graph;
    }

    /**
     * Sends a request and reads whatever comes back.
     *
     * @param request made anew for each sending: a model that was sent once sends only what changed
     *     since
     * @throws NoAnswer where nothing came, or no token was to be had
     */
    GraphReply send(String tried, Supplier<RequestInformation> request) {
        GraphReply reply = sent(tried, request.get());
        // A token may be withdrawn before its time; a fresh one settles whether that was it.
        return reply.status() == 401 && tokens.renew() ? sent(tried, request.get()) : reply;
    }

    private GraphReply sent(String tried, RequestInformation request) {
        Noting noting = Noting.of(request);
        try {
            return answered(tried, request, noting);
        } catch (NoAnswer none) {
            noting.unanswered(none.answer().why());
            throw none;
        }
    }

    private GraphReply answered(String tried, RequestInformation request, Noting noting) {
        try {
            return sent(request, noting);
        } catch (IOException e) {
            throw new NoAnswer(words.unreachable(tried, e));
        } catch (RuntimeException e) {
            // The SDK wraps what happens on the wire.
            if (e.getCause() instanceof IOException io) {
                throw new NoAnswer(words.unreachable(tried, io));
            }
            throw e;
        }
    }

    private GraphReply sent(RequestInformation request, Noting noting) throws IOException {
        var response = new NativeResponseHandler();
        request.setResponseHandler(response);
        graph.getRequestAdapter().sendPrimitive(request, null, InputStream.class);
        try (var answer = (Response) response.getValue();
                ResponseBody body = answer.body()) {
            String text = body == null ? "" : body.string();
            noting.answered(answer.code(), text);
            return GraphReply.of(answer.code(), answer.header("Retry-After"), text);
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
