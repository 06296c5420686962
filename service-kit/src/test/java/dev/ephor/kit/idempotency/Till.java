package dev.ephor.kit.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.kit.rest.ApiError;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.RestResponse;

/** Something that must not be done twice; it counts how often it is done. */
@Path("/v1.0/till/{till}")
@Authenticated
@RunOnVirtualThread
public class Till {
    static final AtomicInteger SALES = new AtomicInteger();
    static volatile CountDownLatch begun = new CountDownLatch(0);
    static volatile CountDownLatch mayEnd = new CountDownLatch(0);

    private final Books books;

    Till(Books books) {
        this.books = books;
    }

    public record Sale(int number, boolean onVirtualThread) {}

    @POST
    public RestResponse<Sale> sell(@PathParam("till") String till, JsonNode wanted)
            throws InterruptedException {
        int number = SALES.incrementAndGet();
        begun.countDown();
        mayEnd.await();
        int refused = wanted.path("refuse").asInt();
        if (refused > 0) {
            throw new ApiError(refused, "Refused", "Not " + number);
        }
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED,
                        new Sale(number, Thread.currentThread().isVirtual()))
                .location(URI.create("/till/" + number))
                .build();
    }

    @POST
    @Path("cancel")
    public void cancel() {
        SALES.incrementAndGet();
    }

    /** Writes a row of the sale's number, and then does as it is told. */
    @POST
    @Path("written")
    @Once
    public RestResponse<Sale> write(JsonNode wanted) {
        int number = SALES.incrementAndGet();
        books.enter(number);
        switch (wanted.path("then").asText()) {
            case "refuse" -> throw new ApiError(422, "Refused", "Not " + number);
            case "fail" -> throw new IllegalStateException("planned");
            case "lose" -> books.loseOnce(number);
            default -> {}
        }
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, new Sale(number, true))
                .location(URI.create("http://127.0.0.1/till/" + number))
                .build();
    }

    @GET
    public Map<String, Integer> look() {
        return Map.of("sales", SALES.get());
    }
}
