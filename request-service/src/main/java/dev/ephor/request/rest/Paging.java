package dev.ephor.request.rest;

import dev.ephor.kit.rest.ApiError;
import dev.ephor.request.application.FindRequests.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list as it was asked for.
 *
 * @param next the id from which the following piece goes on; null: there is none
 */
record Paging<T>(List<T> items, int size, @Nullable String next) {
    private static final int USUAL = 100;
    private static final int LARGEST = 999;

    /**
     * Reads what a caller asked for.
     *
     * @param top how many; null: the usual number
     * @param after the id of the last one seen; null: from the newest on
     * @throws ApiError 400 when it is no such number or id
     */
    static Page page(@Nullable String top, @Nullable String after) {
        if (after != null && !JsonMembers.isId(after)) {
            throw ApiError.badRequest("The page token is not one that was given out.");
        }
        return new Page(top == null ? USUAL : size(top), after);
    }

    private static int size(String top) {
        try {
            int size = Integer.parseInt(top);
            if (size > 0 && size <= LARGEST) {
                return size;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw ApiError.badRequest("A page has 1 to %d entries.".formatted(LARGEST));
    }

    /** Looks one further than the page goes, and so knows whether there is more. */
    static <T> Paging<T> of(Page page, Function<Page, List<T>> find, Function<T, String> id) {
        List<T> found = find.apply(new Page(page.size() + 1, page.after()));
        if (found.size() <= page.size()) {
            return new Paging<>(found, page.size(), null);
        }
        List<T> items = found.subList(0, page.size());
        return new Paging<>(items, page.size(), id.apply(items.getLast()));
    }
}
