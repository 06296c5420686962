package dev.ephor.request.rest;

import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Page;
import dev.ephor.kit.rest.Paging;
import dev.ephor.request.application.FindCatalogue;
import dev.ephor.request.application.FindResponses;
import dev.ephor.request.application.FindResponses.Found;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What a response ended, and how far that is. */
@ApplicationScoped
class Reports {
    /** In the answer to the call itself, where the rest is on further pages of the report. */
    private static final int FIRST = 100;

    private final FindResponses responses;
    private final FindCatalogue catalogue;

    Reports(FindResponses responses, FindCatalogue catalogue) {
        this.responses = responses;
        this.catalogue = catalogue;
    }

    ResponseView of(Response response) {
        String tenant = response.order().scope().tenant();
        String id = response.order().id();
        List<Activation> ended = responses.ended(id, null, FIRST);
        return ResponseView.of(found(tenant, id), views(tenant, ended), null);
    }

    ResponseView of(String tenant, String id, Paging paging) {
        Found found = found(tenant, id);
        Page<Activation> page =
                paging.page(responses.ended(id, paging.after(), paging.oneMore()), Activation::id);
        return ResponseView.of(found, views(tenant, page.entries()), page.nextLink());
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
