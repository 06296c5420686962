package dev.ephor.request.rest;

import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.Scope;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Page;
import dev.ephor.kit.rest.Paging;
import dev.ephor.request.application.FindCatalogue;
import dev.ephor.request.application.FindResponses;
import dev.ephor.request.application.FindResponses.Found;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a response ended, and how far that is. */
@ApplicationScoped
class Reports {
    /** In the answer to the call itself, where the rest is on further pages of the report. */
    private static final int FIRST = 100;

    private final FindResponses responses;
    private final FindCatalogue catalogue;
    private final Naming naming;

    Reports(FindResponses responses, FindCatalogue catalogue, Naming naming) {
        this.responses = responses;
        this.catalogue = catalogue;
        this.naming = naming;
    }

    ResponseView of(Response response) {
        String tenant = response.order().scope().tenant();
        String id = response.order().id();
        List<Activation> ended = responses.ended(id, null, FIRST);
        return view(found(tenant, id), views(tenant, ended), null);
    }

    ResponseView of(String tenant, String id, Paging paging) {
        Found found = found(tenant, id);
        Page<Activation> page =
                paging.page(responses.ended(id, paging.after(), paging.oneMore()), Activation::id);
        return view(found, views(tenant, page.entries()), page.nextLink());
    }

    private ResponseView view(Found found, List<EndedView> entries, @Nullable URI nextLink) {
        Scope scope = found.response().order().scope();
        String note = found.count().all() > 0 ? null : naming.note(scope).orElse(null);
        return ResponseView.of(found, note, entries, nextLink);
    }

    private Found found(String tenant, String id) {
        return responses
                .response(tenant, id)
                .orElseThrow(() -> ApiError.notFound("The response " + id));
    }

    private List<EndedView> views(String tenant, List<Activation> ended) {
        Map<String, GroupDefined> groups =
                catalogue.groups(tenant, ended.stream().map(a -> a.key().group()).toList());
        return ended.stream().map(a -> EndedView.of(a, groups.get(a.key().group()))).toList();
    }
}
