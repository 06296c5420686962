package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.kit.rest.ListOptions;
import dev.ephor.request.application.FindCatalogue;
import dev.ephor.request.application.FindRequests.Kind;
import dev.ephor.request.application.FindSchedules;
import dev.ephor.request.application.FindSchedules.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts related things into Graph's objects ({@code $expand}), many at once. */
@ApplicationScoped
class Expanding {
    private static final String ODATA_TYPE = "@odata.type";

    private final FindCatalogue catalogue;
    private final FindSchedules schedules;
    private final ObjectMapper json;

    Expanding(FindCatalogue catalogue, FindSchedules schedules, ObjectMapper json) {
        this.catalogue = catalogue;
        this.schedules = schedules;
        this.json = json;
    }

    /**
     * What can be said of an object beside itself.
     *
     * @param eligibilityId the eligibility that it hangs on; null: none
     */
    record Entry(Object object, @Nullable String eligibilityId) {
        boolean isInstance() {
            return object instanceof InstanceObject;
        }
    }

    /**
     * The objects with what was asked for, and without what was not.
     *
     * @param kind of the schedules that requests name
     */
    List<Object> shape(ListOptions options, String tenant, Kind kind, List<Entry> entries) {
        if (options.expand().isEmpty()) {
            return entries.stream().map(e -> options.project(e.object(), json)).toList();
        }
        List<ObjectNode> objects =
                entries.stream().map(e -> (ObjectNode) json.valueToTree(e.object())).toList();
        for (String what : options.expand()) {
            switch (what) {
                case "group" -> put(objects, what, groups(tenant, objects));
                case "principal" -> put(objects, what, principals(tenant, objects));
                case "targetSchedule" -> put(objects, what, targets(tenant, kind, objects));
                default -> put(objects, what, activatedUsing(tenant, entries));
            }
        }
        return objects.stream().map(o -> options.project(o, json)).toList();
    }

    /** One of them as an answer of its own. */
    ObjectNode one(String context, Object shaped) {
        ObjectNode object = json.createObjectNode().put("@odata.context", context);
        object.setAll((ObjectNode) json.valueToTree(shaped));
        return object;
    }

    private void put(List<ObjectNode> objects, String what, List<? extends @Nullable Object> all) {
        for (int i = 0; i < objects.size(); i++) {
            objects.get(i).set(what, json.valueToTree(all.get(i)));
        }
    }

    private List<@Nullable Object> groups(String tenant, List<ObjectNode> objects) {
        List<String> ids = texts(objects, "groupId");
        Map<String, GroupDefined> known = catalogue.groups(tenant, ids);
        return each(ids, id -> known.containsKey(id) ? group(known.get(id)) : null);
    }

    private List<@Nullable Object> principals(String tenant, List<ObjectNode> objects) {
        List<String> ids = texts(objects, "principalId");
        Map<String, PrincipalSeen> known = catalogue.principals(tenant, ids);
        return each(ids, id -> known.containsKey(id) ? user(known.get(id)) : null);
    }

    private List<@Nullable Object> targets(String tenant, Kind kind, List<ObjectNode> objects) {
        List<String> ids =
                texts(objects, "targetScheduleId").stream().map(Shapes::lastPart).toList();
        return schedules(ids, schedules.byId(tenant, kind, ids), ScheduleObject::of);
    }

    /** Graph relates schedules to schedules, and instances to instances. */
    private List<@Nullable Object> activatedUsing(String tenant, List<Entry> entries) {
        List<String> ids =
                entries.stream()
                        .map(e -> e.eligibilityId() == null ? "" : e.eligibilityId())
                        .toList();
        boolean instances = entries.stream().anyMatch(Entry::isInstance);
        return schedules(
                ids,
                schedules.byId(tenant, Kind.ELIGIBILITY, ids),
                instances ? InstanceObject::of : ScheduleObject::of);
    }

    private static List<@Nullable Object> schedules(
            List<String> ids, Map<String, Schedule> known, Function<Schedule, Object> object) {
        return each(ids, id -> known.containsKey(id) ? object.apply(known.get(id)) : null);
    }

    private static List<@Nullable Object> each(
            List<String> ids, Function<String, @Nullable Object> thing) {
        return ids.stream().map(thing).collect(java.util.stream.Collectors.toList());
    }

    private static List<String> texts(List<ObjectNode> objects, String member) {
        return objects.stream().flatMap(o -> Stream.of(o.path(member).asText())).toList();
    }

    private static Map<String, String> group(GroupDefined group) {
        return Map.of(
                ODATA_TYPE,
                "#microsoft.graph.group",
                "id",
                group.group(),
                "displayName",
                group.displayName());
    }

    private ObjectNode user(PrincipalSeen person) {
        return json.createObjectNode()
                .put(ODATA_TYPE, "#microsoft.graph.user")
                .put("id", person.principal())
                .put("displayName", person.displayName())
                .put("userPrincipalName", person.userName())
                .put("mail", person.mail());
    }
}
