package dev.ephor.connector.scim;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens as the authorization header: kept until shortly before their end, and asked for
 * once however many calls wait for one.
 */
final class AccessTokens implements Authorization {

    private static final Duration EARLY = Duration.ofSeconds(30);

    /**
     * @param life from the beginning of the request that brought it
     */
    record Token(String value, Duration life) {}

    private record Kept(String header, long since, long nanos) {}

    private final Supplier<Token> source;
    private final LongSupplier nanoTime;
    private volatile @Nullable Kept kept;
    private @Nullable CompletableFuture<Kept> underWay;

    AccessTokens(Supplier<Token> source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
    }

    @Override
    public String header() {
        Kept now = kept;
        return now != null && isGood(now) ? now.header : fresh(now).header;
    }

    @Override
    public Optional<String> insteadOf(String refused) {
        Kept now = kept;
        return Optional.of(
                now != null && !now.header.equals(refused) && isGood(now)
                        ? now.header
                        : fresh(now).header);
    }

    private boolean isGood(Kept token) {
        return nanoTime.getAsLong() - token.since < token.nanos;
    }

    /** A token other than the one that was seen, by whoever asks for it first. */
    private Kept fresh(@Nullable Kept seen) {
        var mine = new CompletableFuture<Kept>();
        CompletableFuture<Kept> theirs;
        synchronized (this) {
            Kept now = kept;
            if (now != null && now != seen) {
                return now;
            }
            theirs = underWay;
            if (theirs == null) {
                underWay = mine;
            }
        }
        if (theirs == null) {
            fetchFor(mine);
        }
        return joined(theirs == null ? mine : theirs);
    }

    private void fetchFor(CompletableFuture<Kept> waiting) {
        try {
            long since = nanoTime.getAsLong();
            Token token = source.get();
            kept = new Kept("Bearer " + token.value, since, usable(token.life).toNanos());
            waiting.complete(kept);
        } catch (RuntimeException failure) {
            waiting.completeExceptionally(failure);
        } finally {
            synchronized (this) {
                underWay = null;
            }
        }
    }

    /** A token that is about to end would end on its way. */
    private static Duration usable(Duration life) {
        Duration quarter = life.dividedBy(4);
        return life.minus(quarter.compareTo(EARLY) < 0 ? quarter : EARLY);
    }

    private static Kept joined(CompletableFuture<Kept> token) {
        try {
            return token.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
