package dev.ephor.request.config;

import dev.ephor.events.CatalogEvent.PrincipalSeen;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads who there is: what is known of each principal. */
final class PrincipalReader {
    private final String tenant;
    private final Names principals;
    private final Names holdable;

    /**
     * @param principals where each is defined
     * @param holdable where the groups that they are in for good become known
     */
    PrincipalReader(String tenant, Names principals, Names holdable) {
        this.tenant = tenant;
        this.principals = principals;
        this.holdable = holdable;
    }

    PrincipalSeen read(YamlMap map) {
        String id = map.id("id");
        principals.define(id, map);
        var principal =
                new PrincipalSeen(
                        tenant,
                        id,
                        map.text("userName"),
                        map.textOrNull("displayName"),
                        map.textOrNull("mail"),
                        map.textOrNull("givenName"),
                        map.textOrNull("familyName"),
                        map.optional("manager").map(principals::referLater).orElse(null),
                        map.given("disabled", false, YamlValue::yesOrNo),
                        map.map("attributes").map(PrincipalReader::attributes).orElse(Map.of()),
                        memberOf(map));
        map.done();
        return principal;
    }

    private List<String> memberOf(YamlMap map) {
        List<String> groups = map.list("memberOf", YamlValue::id);
        groups.forEach(holdable::know);
        return groups;
    }

    private static Map<String, String> attributes(YamlMap map) {
        var attributes = new TreeMap<String, String>();
        for (String name : map.keys()) {
            map.optional(name).ifPresent(value -> attributes.put(name, value.plain()));
        }
        return attributes;
    }
}
