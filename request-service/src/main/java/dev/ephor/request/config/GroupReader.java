package dev.ephor.request.config;

import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent;
import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.request.domain.Eligibility;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the groups of a tenant: who they are, what their policies ask, and who is eligible. */
final class GroupReader {
    /** What a group can refer to. */
    record Known(Names directories, Names targets, Names principals) {}

    private final String tenant;
    private final Known known;
    private final Names groups = new Names("group");
    private final List<CatalogEvent> catalog = new ArrayList<>();
    private final List<Eligibility> eligibilities = new ArrayList<>();

    GroupReader(String tenant, Known known) {
        this.tenant = tenant;
        this.known = known;
    }

    List<CatalogEvent> catalog() {
        return catalog;
    }

    List<Eligibility> eligibilities() {
        return eligibilities;
    }

    void read(YamlMap map) {
        String group = map.id("id");
        groups.define(group, map);
        catalog.add(
                new GroupDefined(
                        tenant,
                        group,
                        map.text("displayName"),
                        map.required("directory", "", known.directories()::refer),
                        map.list("targets").stream().map(known.targets()::refer).toList(),
                        List.of()));
        Set<Access> accesses =
                map.required(
                        "policies",
                        EnumSet.noneOf(Access.class),
                        value -> policies(group, YamlMap.of(value)));
        var reader =
                new EligibilityReader(new EligibilityReader.Of(tenant, group, accesses), known);
        map.list("eligibilities").forEach(entry -> reader.read(YamlMap.of(entry)));
        eligibilities.addAll(reader.eligibilities());
        map.done();
    }

    private EnumSet<Access> policies(String group, YamlMap map) {
        var reader = new PolicyReader(known.principals());
        var found = EnumSet.noneOf(Access.class);
        for (Access access : Access.values()) {
            map.map(access.wire())
                    .map(reader::read)
                    .ifPresent(
                            policy -> {
                                found.add(access);
                                catalog.add(
                                        new PolicyDefined(
                                                tenant,
                                                group,
                                                access,
                                                policy,
                                                AdminRules.ELIGIBILITY,
                                                AdminRules.ASSIGNMENT,
                                                List.of()));
                            });
        }
        if (found.isEmpty()) {
            map.fault("has no policy: give one for member or owner");
        }
        map.done();
        return found;
    }
}
