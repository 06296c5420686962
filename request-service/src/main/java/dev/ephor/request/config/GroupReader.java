package dev.ephor.request.config;

import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.DriftPolicy;
import dev.ephor.events.DriftPolicy.Action;
import dev.ephor.events.DriftPolicy.Standing;
import dev.ephor.request.application.Configuration.Eligible;
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
    private final PolicyReader reader;
    private final Names groups = new Names("group");
    private final List<CatalogEvent> catalog = new ArrayList<>();
    private final List<Eligible> eligibilities = new ArrayList<>();

    GroupReader(String tenant, Known known, PolicyReader reader) {
        this.tenant = tenant;
        this.known = known;
        this.reader = reader;
    }

    List<CatalogEvent> catalog() {
        return catalog;
    }

    List<Eligible> eligibilities() {
        return eligibilities;
    }

    /** Its id comes back. */
    String read(YamlMap map) {
        String group = map.id("id");
        groups.define(group, map);
        catalog.add(
                new GroupDefined(
                        tenant,
                        group,
                        map.text("displayName"),
                        map.required("directory", "", known.directories()::refer),
                        map.list("targets", known.targets()::refer),
                        map.list("owners", known.principals()::refer),
                        map.map("drift").map(GroupReader::drift).orElse(null)));
        Set<Access> accesses =
                map.required(
                        "policies",
                        EnumSet.noneOf(Access.class),
                        value -> policies(group, YamlMap.of(value)));
        eligibilities(map, new EligibilityReader.Of(tenant, group, accesses));
        map.done();
        return group;
    }

    /**
     * Where drift is reverted, a membership beside an activation is drift unless the file says
     * otherwise.
     */
    private static DriftPolicy drift(YamlMap map) {
        Action action = map.given("action", Action.REPORT, v -> v.oneOf(Action.class));
        Standing usual = action == Action.REVERT ? Standing.DRIFT : Standing.KEEP;
        var policy =
                new DriftPolicy(
                        action,
                        map.given("grace", DriftPolicy.GRACE, YamlValue::duration),
                        map.given("standing", usual, v -> v.oneOf(Standing.class)));
        map.done();
        return policy;
    }

    private void eligibilities(YamlMap map, EligibilityReader.Of of) {
        var eligible = new EligibilityReader(of, known);
        map.maps("eligibilities").forEach(eligible::read);
        eligibilities.addAll(eligible.eligibilities());
    }

    private EnumSet<Access> policies(String group, YamlMap map) {
        var found = EnumSet.noneOf(Access.class);
        for (Access access : Access.values()) {
            map.map(access.wire())
                    .ifPresent(
                            policy -> {
                                found.add(access);
                                catalog.add(reader.read(tenant, group, access, policy));
                            });
        }
        if (found.isEmpty()) {
            map.fault("has no policy: give one for member or owner");
        }
        map.done();
        return found;
    }
}
