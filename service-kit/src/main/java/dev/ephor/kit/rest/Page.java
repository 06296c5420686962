package dev.ephor.kit.rest;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list; as it is, the answer of the native API.
 *
 * @param nextLink where the next ones are; null after the last
 */
public record Page<T>(List<T> entries, @Nullable URI nextLink) {

    /** The same page with another shape of its entries. */
    public <S> Page<S> map(Function<? super T, ? extends S> shape) {
        return new Page<>(entries.stream().<S>map(shape).toList(), nextLink);
    }
}
