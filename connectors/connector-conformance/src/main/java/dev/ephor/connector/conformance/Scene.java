package dev.ephor.connector.conformance;

import dev.ephor.connector.Answer;
import dev.ephor.connector.BoundedGrants.Bounded;
import dev.ephor.connector.Connector;
import dev.ephor.connector.ConnectorProvider;
import dev.ephor.connector.Membership;
import dev.ephor.connector.Roster.Changed;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assumptions;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** One test's world with one open connector, and the few words that the tests are written in. */
final class Scene implements AutoCloseable {

    /** Long enough for a busy machine; the tests of silence open an impatient connector. */
    static final Duration PATIENT = Duration.ofSeconds(20);

    private final ConnectorProvider provider;
    private final String access;
    private final World world;
    private final Duration patience;
    private final Witness connector;

    Scene(ConnectorProvider provider, String access, World world, Duration patience) {
        this.provider = provider;
        this.access = access;
        this.world = world;
        this.patience = patience;
        this.connector = new Witness(provider.open(world.settings(PATIENT)));
    }

    World world() {
        return world;
    }

    /** Waits for what the other side may show a moment later. */
    ConditionFactory await() {
        return Awaitility.await().atMost(patience);
    }

    Witness connector() {
        return connector;
    }

    Connector openImpatient(Duration timeout) {
        return provider.open(world.settings(timeout));
    }

    Connector openWithWrongCredential() {
        return provider.open(world.settingsWithWrongCredential());
    }

    Membership membership() {
        return of(world.group(), world.principal());
    }

    /** Memberships of as many new principals in one new group. */
    List<Membership> memberships(int count) {
        var group = world.group();
        return Stream.generate(world::principal).limit(count).map(p -> of(group, p)).toList();
    }

    Membership of(Membership.Group group, Membership.Principal principal) {
        return new Membership(group, principal, access);
    }

    List<String> holders(Membership.Group group) {
        return world.holders(group, access);
    }

    Answer grant(Membership membership) {
        return connector.grant(List.of(membership)).getFirst();
    }

    Answer withdraw(Membership membership) {
        return connector.withdraw(List.of(membership)).getFirst();
    }

    Answer observe(Membership membership) {
        return connector.observe(List.of(membership)).getFirst();
    }

    /** Grants, observes and withdraws. */
    List<Answer> everything(Membership membership) {
        return List.of(grant(membership), observe(membership), withdraw(membership));
    }

    /** The connector's roster, or skips the test where it has none. */
    Listing listing() {
        var roster = connector.roster();
        Assumptions.assumeThat(roster).isPresent();
        return new Listing(roster.orElseThrow(), access);
    }

    /** Grants with a bound, or skips the test where the connector knows none. */
    List<Answer> grantFor(List<Membership> memberships, Duration time) {
        var bounded = connector.boundedGrants();
        Assumptions.assumeThat(bounded).isPresent();
        return bounded.orElseThrow()
                .grant(memberships.stream().map(m -> new Bounded(m, time)).toList());
    }

    Answer grantFor(Membership membership, Duration time) {
        return grantFor(List.of(membership), time).getFirst();
    }

    Changed changed(Membership membership, boolean present) {
        return new Changed(membership.group().id(), membership.principal().id(), access, present);
    }

    /** Breaks the world, or skips the test where the world can not be broken like that. */
    void suffer(Fault fault) {
        Assumptions.assumeThat(world.faults()).contains(fault);
        world.suffer(fault);
    }

    static List<String> ids(List<Membership> memberships) {
        return memberships.stream().map(m -> m.principal().id()).toList();
    }

    @Override
    public void close() {
        connector.close();
        world.close();
    }
}
