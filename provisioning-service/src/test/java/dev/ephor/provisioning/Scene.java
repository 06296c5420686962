package dev.ephor.provisioning;

import dev.ephor.connector.memory.MemoryWorld;
import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.CatalogEvent.TargetDefined;
import dev.ephor.events.DriftPolicy;
import dev.ephor.events.MembershipEvent.ActivationDeactivated;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.MembershipRemoved;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Policy;
import dev.ephor.events.ProvisioningEvent;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.kit.test.Patiently;
import dev.ephor.kit.test.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A group of its own with targets of its own, for one test. */
public final class Scene {
    public static final String TENANT = TestIssuer.TENANT;

    private final OtherServices others;
    private final Catalog catalog;
    private final String group = UUID.randomUUID().toString();
    private final List<String> targets;

    private Scene(OtherServices others, Catalog catalog, List<String> targets) {
        this.others = others;
        this.catalog = catalog;
        this.targets = targets;
    }

    /** A group with so many in-memory targets; returns when the service knows it. */
    public static Scene withTargets(int count, OtherServices others, Catalog catalog) {
        var scene = new Scene(others, catalog, new java.util.ArrayList<>());
        for (int i = 0; i < count; i++) {
            String target = "app-" + UUID.randomUUID();
            scene.targets.add(target);
            scene.define(target, "memory", Map.of("world", target));
        }
        scene.defineGroup();
        return scene;
    }

    /** A group with one in-memory target, where somebody is active already. */
    public static Scene withHolder(String principal, OtherServices others, Catalog catalog) {
        var scene = withTargets(1, others, catalog);
        scene.grant(principal);
        scene.awaitActive(principal);
        return scene;
    }

    /** A group with the given target, which the test defines itself. */
    public static Scene at(String target, OtherServices others, Catalog catalog) {
        var scene = new Scene(others, catalog, List.of(target));
        scene.defineGroup();
        return scene;
    }

    /** A group of which drift is looked for, at a target that the test defines itself. */
    public static Scene managed(
            String target, DriftPolicy drift, OtherServices others, Catalog catalog) {
        var scene = new Scene(others, catalog, List.of(target));
        scene.manage(drift);
        return scene;
    }

    /** The same at an in-memory target. */
    public static Scene managed(DriftPolicy drift, OtherServices others, Catalog catalog) {
        String target = "app-" + UUID.randomUUID();
        var scene = managed(target, drift, others, catalog);
        scene.define(target, "memory", Map.of("world", target));
        Patiently.await().until(() -> catalog.target(TENANT, target).isPresent());
        return scene;
    }

    /** From now on the group has a policy, and this is done about drift in it. */
    public void manage(DriftPolicy drift) {
        others.define(
                new PolicyDefined(
                        TENANT,
                        group,
                        Access.MEMBER,
                        Policy.upTo(Duration.ofHours(8)).build(),
                        AdminRules.ELIGIBILITY,
                        AdminRules.ASSIGNMENT,
                        List.of()));
        others.define(
                new GroupDefined(TENANT, group, displayName(), "entra", targets, List.of(), drift));
        Patiently.await()
                .until(
                        () ->
                                catalog.policy(TENANT, group, Access.MEMBER).isPresent()
                                        && catalog.group(TENANT, group)
                                                .filter(g -> g.driftPolicy().equals(drift))
                                                .isPresent());
    }

    public void define(String target, String kind, Map<String, String> settings) {
        others.define(new TargetDefined(TENANT, target, kind, settings));
    }

    public void see(String principal, String userName) {
        others.define(
                new PrincipalSeen(
                        TENANT, principal, userName, userName, userName, "Dana", "Doe", null, false,
                        Map.of(), List.of()));
        Patiently.await().until(() -> catalog.principal(TENANT, principal).isPresent());
    }

    private void defineGroup() {
        others.define(new GroupDefined(TENANT, group, displayName(), "entra", targets, List.of()));
        Patiently.await().until(() -> catalog.group(TENANT, group).isPresent());
    }

    public String group() {
        return group;
    }

    public String displayName() {
        return "Group " + group;
    }

    public String target() {
        return targets.getFirst();
    }

    public List<String> targets() {
        return targets;
    }

    /** The world of the first target. */
    public MemoryWorld world() {
        return MemoryWorld.named(target());
    }

    public java.util.Set<String> holders() {
        return world().holders(TENANT, group, "member");
    }

    public MembershipKey key(String principal) {
        return new MembershipKey(TENANT, group, principal, Access.MEMBER);
    }

    /** An activation that is named after its principal. */
    public ActivationGranted granted(String principal, long generation) {
        return new ActivationGranted(
                key(principal), activation(principal), generation, now().plusSeconds(3600), now());
    }

    public ActivationDeactivated ended(String principal, long generation) {
        return new ActivationDeactivated(
                key(principal), activation(principal), generation, principal, now(), true);
    }

    public MembershipRemoved removed(String principal, long generation) {
        return new MembershipRemoved(
                key(principal), activation(principal), generation, now(), now());
    }

    public String activation(String principal) {
        return principal + "-" + group;
    }

    public void grant(String... principals) {
        Arrays.stream(principals).forEach(p -> others.say(granted(p, 1)));
    }

    public ProvisioningEvent awaitActive(String principal) {
        return others.await(key(principal), ProvisioningEvent.ActivationActive.class, _ -> true)
                .data();
    }

    public ProvisioningEvent awaitEnded(String principal) {
        return others.await(key(principal), ProvisioningEvent.ActivationEnded.class, _ -> true)
                .data();
    }

    /** What the service said of a membership so far, in order. */
    public List<Class<? extends ProvisioningEvent>> said(String principal) {
        return others.about(key(principal)).stream()
                .<Class<? extends ProvisioningEvent>>map(e -> e.data().getClass())
                .toList();
    }

    /** As exact as the database keeps it. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
