package dev.ephor.benchmarks.targets;

import dev.ephor.benchmarks.Line;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.CatalogEvent.TargetDefined;
import dev.ephor.quickstart.app.ScimApplication;
import java.util.List;
import java.util.Map;

/** What is configured: two applications, their groups, and the people. */
final class Catalogue {
    static final String APP = "app1";
    static final String OTHER = "app2";

    private Catalogue() {}

    /**
     * @param groups of the application that is measured, numbered from 0
     * @param others of the other one, numbered from there on
     */
    static void define(Delivery delivery, int groups, int others) {
        Line line = delivery.line();
        line.say(APP, target(APP, delivery.app()));
        line.say(OTHER, target(OTHER, delivery.other()));
        for (int group = 0; group < groups + others; group++) {
            String name = People.groupName(group);
            List<String> targets = List.of(group < groups ? APP : OTHER);
            line.say(
                    name,
                    new GroupDefined(
                            People.TENANT,
                            People.group(group),
                            name,
                            "entra",
                            targets,
                            List.of(),
                            null));
        }
        for (int person = 0; person < People.COUNT; person++) {
            line.say(People.id(person), person(person));
        }
        line.flush();
    }

    private static TargetDefined target(String name, ScimApplication app) {
        return new TargetDefined(
                People.TENANT,
                name,
                "scim",
                Map.of("url", app.scimUrl(), "tokenRef", Delivery.SECRET, "timeout", "PT5S"));
    }

    private static PrincipalSeen person(int person) {
        String userName = People.userName(person);
        return new PrincipalSeen(
                People.TENANT,
                People.id(person),
                userName,
                userName,
                userName,
                "Person",
                String.valueOf(person),
                null,
                false,
                Map.of(),
                List.of());
    }
}
