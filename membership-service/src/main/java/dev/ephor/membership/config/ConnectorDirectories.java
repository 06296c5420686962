package dev.ephor.membership.config;

import dev.ephor.connector.Answer;
import dev.ephor.connector.BoundedGrants.Bounded;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import dev.ephor.connector.Membership.Principal;
import dev.ephor.connector.WriteBudget;
import dev.ephor.events.CatalogEvent.DirectoryDefined;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.DriftPolicy.Standing;
import dev.ephor.events.MembershipKey;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.membership.application.Directories;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** Calls directories through connectors, with what the catalogue knows of group and principal. */
final class ConnectorDirectories implements Directories {
    private static final Logger LOG = Logger.getLogger(ConnectorDirectories.class);

    private final Catalog catalog;
    private final OpenConnectors connectors;
    private final MeterRegistry metrics;

    ConnectorDirectories(Catalog catalog, OpenConnectors connectors, MeterRegistry metrics) {
        this.catalog = catalog;
        this.connectors = connectors;
        this.metrics = metrics;
    }

    @Override
    public String of(MembershipKey key) {
        return group(key).map(g -> g.tenant() + "/" + g.directory()).orElse("");
    }

    @Override
    public boolean keepsStanding(MembershipKey key) {
        return group(key).map(g -> g.driftPolicy().standing() == Standing.KEEP).orElse(false);
    }

    @Override
    public WriteBudget budget(String directory) {
        int slash = directory.indexOf('/');
        return slash < 0
                ? WriteBudget.UNLIMITED
                : catalog.directory(directory.substring(0, slash), directory.substring(slash + 1))
                        .map(d -> asked(d, Connector::writeBudget, WriteBudget.UNLIMITED))
                        .orElse(WriteBudget.UNLIMITED);
    }

    @Override
    public boolean takesBounds(MembershipKey key) {
        return group(key)
                .flatMap(group -> catalog.directory(group.tenant(), group.directory()))
                .map(directory -> asked(directory, c -> c.boundedGrants().isPresent(), false))
                .orElse(false);
    }

    /**
     * @param unknown the answer where no connector can be opened: every call says so
     */
    private <T> T asked(DirectoryDefined directory, Function<Connector, T> question, T unknown) {
        try {
            OpenConnector open = connectors.enter(directory);
            try {
                return question.apply(open.connector());
            } finally {
                open.leave();
            }
        } catch (IllegalArgumentException notToBeOpened) {
            return unknown;
        }
    }

    @Override
    public List<Answer> call(Call call, List<MembershipKey> keys) {
        return called(
                call,
                keys,
                (connector, about) ->
                        switch (call) {
                            case GRANT -> connector.grant(about);
                            case WITHDRAW -> connector.withdraw(about);
                            case OBSERVE -> connector.observe(about);
                        });
    }

    @Override
    public List<Answer> grantFor(SequencedMap<MembershipKey, Duration> lengths) {
        List<Duration> each = List.copyOf(lengths.sequencedValues());
        return called(
                Call.GRANT,
                List.copyOf(lengths.sequencedKeySet()),
                (connector, about) ->
                        connector
                                .boundedGrants()
                                .map(bounded -> bounded.grant(bounded(about, each)))
                                // It was one that takes bounds until just now.
                                .orElseGet(() -> connector.grant(about)));
    }

    private static List<Bounded> bounded(List<Membership> about, List<Duration> lengths) {
        return IntStream.range(0, about.size())
                .mapToObj(i -> new Bounded(about.get(i), lengths.get(i)))
                .toList();
    }

    private List<Answer> called(
            Call call,
            List<MembershipKey> keys,
            BiFunction<Connector, List<Membership>, List<Answer>> how) {
        MembershipKey first = keys.getFirst();
        Optional<GroupDefined> group = group(first);
        if (group.isEmpty()) {
            return rejected(
                    keys,
                    "The group '%s' is not in the catalogue: define it in ephor.yaml"
                            .formatted(first.group()));
        }
        String name = group.get().directory();
        List<Membership> about = memberships(group.get(), keys);
        return catalog.directory(first.tenant(), name)
                .map(directory -> timed(call, directory, () -> answered(directory, about, how)))
                .orElseGet(() -> rejected(keys, noDirectory(group.get())));
    }

    private Optional<GroupDefined> group(MembershipKey key) {
        return catalog.group(key.tenant(), key.group());
    }

    private static String noDirectory(GroupDefined group) {
        return "The directory '%s' of the group '%s' is not in the catalogue: define it in ephor.yaml"
                .formatted(group.directory(), group.group());
    }

    private List<Answer> timed(
            Call call, DirectoryDefined directory, Supplier<List<Answer>> answering) {
        Timer.Sample sample = Timer.start(metrics);
        List<Answer> answers = answering.get();
        String outcome = answers.stream().allMatch(Answer::succeeded) ? "succeeded" : "failed";
        sample.stop(
                metrics.timer(
                        "ephor.directory.call",
                        "directory",
                        directory.directory(),
                        "call",
                        call.name().toLowerCase(java.util.Locale.ROOT),
                        "outcome",
                        outcome));
        return answers;
    }

    private List<Answer> answered(
            DirectoryDefined directory,
            List<Membership> about,
            BiFunction<Connector, List<Membership>, List<Answer>> how) {
        OpenConnector open;
        try {
            open = connectors.enter(directory);
        } catch (IllegalArgumentException e) {
            return rejected(about, String.valueOf(e.getMessage()));
        }
        try {
            return complete(how.apply(open.connector(), about), about);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The connector of the directory %s failed", directory.directory());
            return Collections.nCopies(
                    about.size(), new Answer.Unreachable("The connector failed: " + e));
        } finally {
            open.leave();
        }
    }

    private static List<Answer> complete(List<Answer> answers, List<Membership> about) {
        if (answers.size() != about.size()) {
            throw new IllegalStateException(
                    "%d answers for %d memberships".formatted(answers.size(), about.size()));
        }
        return answers;
    }

    private List<Membership> memberships(GroupDefined group, List<MembershipKey> keys) {
        var about = new Membership.Group(group.tenant(), group.group(), group.displayName());
        return keys.stream()
                .map(key -> new Membership(about, principal(key), key.access().wire()))
                .toList();
    }

    private Principal principal(MembershipKey key) {
        return catalog.principal(key.tenant(), key.principal())
                .map(ConnectorDirectories::known)
                .orElseGet(() -> new Principal(key.principal(), null, null, null, null, null));
    }

    private static Principal known(PrincipalSeen p) {
        return new Principal(
                p.principal(),
                p.userName(),
                p.displayName(),
                p.mail(),
                p.givenName(),
                p.familyName());
    }

    private static List<Answer> rejected(List<?> about, String reason) {
        return Collections.nCopies(about.size(), new Answer.Rejected(reason));
    }
}
