package dev.ephor.benchmarks.windows;

import dev.ephor.benchmarks.Line;
import dev.ephor.events.CatalogEvent.DirectoryDefined;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.quickstart.entra.EntraEmulator;
import java.util.List;
import java.util.Map;

/** Makes the directory and the service know the people and groups. */
final class Catalogue {
    /** The name under which the service finds the directory's secret. */
    static final String SECRET = "ENTRA_CLIENT_SECRET";

    private static final String DIRECTORY = "entra";

    private Catalogue() {}

    static void define(EntraEmulator entra, Line line, int groups) {
        for (int i = 0; i < Keys.PEOPLE; i++) {
            entra.addUser(Keys.principal(i), "Person " + i, "person-" + i + "@example.com");
        }
        line.say(
                "directory",
                new DirectoryDefined(Keys.TENANT, DIRECTORY, "entra", settings(entra)));
        for (int i = 0; i < groups; i++) {
            entra.addGroup(Keys.group(i), "Group " + i);
            line.say(
                    "group-" + i,
                    new GroupDefined(
                            Keys.TENANT,
                            Keys.group(i),
                            "Group " + i,
                            DIRECTORY,
                            List.of(),
                            List.of(),
                            null));
        }
        line.flush();
    }

    private static Map<String, String> settings(EntraEmulator entra) {
        return Map.of(
                "tenantId",
                entra.registration().tenantId(),
                "clientId",
                entra.registration().clientId(),
                "clientSecretRef",
                SECRET,
                "graphUrl",
                entra.graphUrl(),
                "tokenUrl",
                entra.tokenUrl(),
                // The emulator answers at once; at Graph's documented rate the directory would be
                // all that is measured.
                "writes",
                "1000000",
                "writesPer",
                "PT1S");
    }
}
