package dev.ephor.request.config;

import dev.ephor.events.CatalogEvent;
import dev.ephor.events.CatalogEvent.DirectoryDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.CatalogEvent.TargetDefined;
import dev.ephor.request.domain.Eligibility;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a tenant: first what can be referred to, then what refers to it. */
final class TenantReader {
    private final String tenant;
    private final List<CatalogEvent> catalog;
    private final List<Eligibility> eligibilities;
    private final Names directories = new Names("directory");
    private final Names targets = new Names("target");
    private final Names principals = new Names("principal");

    TenantReader(String tenant, List<CatalogEvent> catalog, List<Eligibility> eligibilities) {
        this.tenant = tenant;
        this.catalog = catalog;
        this.eligibilities = eligibilities;
    }

    void read(YamlMap map) {
        map.text("name");
        maps(map, "directories").forEach(this::directory);
        maps(map, "targets").forEach(this::target);
        maps(map, "principals").forEach(this::principal);
        var groups =
                new GroupReader(tenant, new GroupReader.Known(directories, targets, principals));
        for (YamlMap group : maps(map, "groups")) {
            groups.read(group);
        }
        catalog.addAll(groups.catalog());
        eligibilities.addAll(groups.eligibilities());
        map.done();
    }

    private static List<YamlMap> maps(YamlMap map, String key) {
        return map.list(key).stream().map(YamlMap::of).toList();
    }

    private void directory(YamlMap map) {
        String id = map.id("id");
        directories.define(id, map);
        catalog.add(new DirectoryDefined(tenant, id, map.id("kind"), settings(map)));
        map.done();
    }

    private void target(YamlMap map) {
        String id = map.id("id");
        targets.define(id, map);
        catalog.add(new TargetDefined(tenant, id, map.id("kind"), settings(map)));
        map.done();
    }

    private static Map<String, String> settings(YamlMap map) {
        return map.map("settings").map(Settings::of).orElse(Map.of());
    }

    private void principal(YamlMap map) {
        String id = map.id("id");
        principals.define(id, map);
        catalog.add(
                new PrincipalSeen(
                        tenant,
                        id,
                        map.text("userName"),
                        optionalText(map, "displayName"),
                        optionalText(map, "mail"),
                        optionalText(map, "givenName"),
                        optionalText(map, "familyName"),
                        null,
                        false,
                        Map.of(),
                        List.of()));
        map.done();
    }

    private static @Nullable String optionalText(YamlMap map, String key) {
        return map.optional(key).map(YamlValue::text).orElse(null);
    }
}
