package dev.ephor.request.config;

import dev.ephor.events.CatalogEvent;
import dev.ephor.events.CatalogEvent.ApproverGroupDefined;
import dev.ephor.events.CatalogEvent.DirectoryDefined;
import dev.ephor.events.CatalogEvent.TargetDefined;
import dev.ephor.events.CatalogEvent.TenantDefined;
import dev.ephor.events.CatalogEvent.TicketSystemDefined;
import dev.ephor.request.application.Configuration.Eligible;
import java.util.List;
import java.util.Map;

/** Reads a tenant: first what can be referred to, then what refers to it. */
final class TenantReader {
    private final String tenant;
    private final List<CatalogEvent> catalog;
    private final List<Eligible> eligibilities;
    private final Names directories = new Names("directory");
    private final Names targets = new Names("target");
    private final Names principals = new Names("principal");
    private final Names approverGroups = new Names("approver group");
    private final Names ticketSystems = new Names("ticket system");
    private final Names holdable = new Names("group");

    TenantReader(String tenant, List<CatalogEvent> catalog, List<Eligible> eligibilities) {
        this.tenant = tenant;
        this.catalog = catalog;
        this.eligibilities = eligibilities;
    }

    void read(YamlMap map) {
        map.maps("directories").forEach(this::directory);
        map.maps("targets").forEach(this::target);
        map.maps("ticketSystems").forEach(this::ticketSystem);
        var people = new PrincipalReader(tenant, principals, holdable);
        map.maps("principals").forEach(each -> catalog.add(people.read(each)));
        map.maps("approverGroups").forEach(this::approverGroup);
        catalog.add(tenant(map));
        groups(map);
        principals.settle();
        holdable.settle();
        map.done();
    }

    private void groups(YamlMap map) {
        var policies =
                new PolicyReader(
                        new PolicyReader.Known(
                                principals, approverGroups, ticketSystems, holdable));
        var groups =
                new GroupReader(
                        tenant, new GroupReader.Known(directories, targets, principals), policies);
        for (YamlMap group : map.maps("groups")) {
            holdable.know(groups.read(group));
        }
        catalog.addAll(groups.catalog());
        eligibilities.addAll(groups.eligibilities());
    }

    private TenantDefined tenant(YamlMap map) {
        var approvers = new ApproversReader(principals, approverGroups);
        return new TenantDefined(
                tenant,
                map.text("name"),
                approvers.list(map, "defaultApprovers"),
                map.list("admins", principals::refer));
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

    private void ticketSystem(YamlMap map) {
        String id = map.id("id");
        ticketSystems.define(id, map);
        catalog.add(new TicketSystemDefined(tenant, id, map.id("kind"), settings(map)));
        map.done();
    }

    private static Map<String, String> settings(YamlMap map) {
        return map.map("settings").map(Settings::of).orElse(Map.of());
    }

    private void approverGroup(YamlMap map) {
        String id = map.id("id");
        approverGroups.define(id, map);
        holdable.know(id);
        catalog.add(
                new ApproverGroupDefined(
                        tenant,
                        id,
                        map.text("displayName"),
                        map.list("members", principals::refer)));
        map.done();
    }
}
