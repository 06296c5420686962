package dev.ephor.request.store;

import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.EventTypes;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.request.application.FindRequests;
import dev.ephor.request.domain.Activation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads request objects for those who may see them. */
@ApplicationScoped
class SqlRequests implements FindRequests {
    private static final String MINE = "tenant = :tenant and principal = :principal";
    private static final String ALL = "tenant = :tenant";
    private static final String TO_APPROVE =
            "tenant = :tenant and (principal = :principal or array_contains(approvers, :principal))";
    private static final String ACTIVATIONS =
            " and type = '" + EventTypes.nameOf(ActivationRequested.class) + "'";

    @Override
    public Optional<Found> request(Viewer viewer, String id) {
        return find(viewer, "", id).map(RequestRow::found);
    }

    @Override
    public List<Found> requests(Viewer viewer, Page page) {
        return list(viewer, "", page).stream().map(RequestRow::found).toList();
    }

    @Override
    public Optional<Activation> activation(Viewer viewer, String id) {
        return find(viewer, ACTIVATIONS, id).map(RequestRow::activation);
    }

    @Override
    public List<Activation> activations(Viewer viewer, Page page) {
        return list(viewer, ACTIVATIONS, page).stream().map(RequestRow::activation).toList();
    }

    @Override
    public List<Optional<GroupDefined>> groups(List<Activation> activations) {
        List<String> keys = activations.stream().map(SqlRequests::groupKey).distinct().toList();
        Map<String, GroupDefined> groups =
                CatalogueRow.<CatalogueRow>find("key in ?1 and not removed", keys).stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.key, row -> (GroupDefined) row.event()));
        return activations.stream().map(a -> Optional.ofNullable(groups.get(groupKey(a)))).toList();
    }

    private static String groupKey(Activation activation) {
        return "group/%s/%s".formatted(activation.key().tenant(), activation.key().group());
    }

    private static Optional<RequestRow> find(Viewer viewer, String kind, String id) {
        Map<String, Object> parameters = parameters(viewer);
        parameters.put("id", id);
        return RequestRow.find(visible(viewer) + kind + " and id = :id", parameters)
                .firstResultOptional();
    }

    private static List<RequestRow> list(Viewer viewer, String kind, Page page) {
        Map<String, Object> parameters = parameters(viewer);
        String from = "";
        if (page.after() != null) {
            // An id that is not there gives null, and so an empty piece.
            from =
                    " and (requestedAt, id) < (select r.requestedAt, r.id from RequestRow r where r.id = :after)";
            parameters.put("after", page.after());
        }
        return RequestRow.<RequestRow>find(
                        visible(viewer) + kind + from + " order by requestedAt desc, id desc",
                        parameters)
                .page(0, page.size())
                .list();
    }

    private static String visible(Viewer viewer) {
        if (viewer.seesAll()) {
            return ALL;
        }
        return viewer.asApprover() ? TO_APPROVE : MINE;
    }

    private static Map<String, Object> parameters(Viewer viewer) {
        var parameters = new HashMap<String, Object>();
        parameters.put("tenant", viewer.tenant());
        if (!viewer.seesAll()) {
            parameters.put("principal", viewer.principal());
        }
        return parameters;
    }
}
