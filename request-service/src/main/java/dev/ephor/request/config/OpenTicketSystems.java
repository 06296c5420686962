package dev.ephor.request.config;

import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.ticket.TicketSystem;
import dev.ephor.connector.ticket.TicketSystem.Question;
import dev.ephor.connector.ticket.TicketSystem.Standing.Closed;
import dev.ephor.connector.ticket.TicketSystem.Standing.Open;
import dev.ephor.connector.ticket.TicketSystem.Standing.SomebodyElses;
import dev.ephor.connector.ticket.TicketSystem.Standing.Unanswered;
import dev.ephor.connector.ticket.TicketSystem.Standing.Unknown;
import dev.ephor.connector.ticket.TicketSystemProvider;
import dev.ephor.events.CatalogEvent;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.CatalogEvent.TicketSystemDefined;
import dev.ephor.request.application.FindTerms;
import dev.ephor.request.application.TicketSystems;
import dev.ephor.request.domain.TicketStanding;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The configured ticket systems, each opened when it is first asked and again when its definition
 * changes. Kinds are found by ServiceLoader, secrets by the name that a setting gives.
 */
@ApplicationScoped
class OpenTicketSystems implements TicketSystems {
    private static final Logger LOG = Logger.getLogger(OpenTicketSystems.class);

    private record Opened(TicketSystemDefined definition, TicketSystem system) {}

    private final FindTerms configured;
    private final Config config;
    private final Map<String, TicketSystemProvider> kinds = new TreeMap<>();
    private final Map<String, Opened> open = new ConcurrentHashMap<>();

    OpenTicketSystems(FindTerms configured, Config config) {
        this.configured = configured;
        this.config = config;
        // The loader of whichever thread comes first may see other classes than these.
        ServiceLoader.load(TicketSystemProvider.class, OpenTicketSystems.class.getClassLoader())
                .forEach(provider -> kinds.put(provider.kind(), provider));
    }

    @Override
    public TicketStanding look(
            String tenant, String ticketSystem, String number, String principal) {
        String system = "ticket-system/%s/%s".formatted(tenant, ticketSystem);
        String person = "principal/%s/%s".formatted(tenant, principal);
        Map<String, CatalogEvent> things = configured.things(List.of(system, person));
        if (!(things.get(system) instanceof TicketSystemDefined definition)) {
            LOG.errorf(
                    "A policy has tickets checked by '%s', which is not defined: define it in ephor.yaml under ticketSystems",
                    ticketSystem);
            return TicketStanding.UNREACHABLE;
        }
        var question = new Question(number, names(principal, things.get(person)));
        return ask(definition, question);
    }

    private TicketStanding ask(TicketSystemDefined definition, Question question) {
        try {
            return standing(opened(definition).look(question));
        } catch (IllegalArgumentException e) {
            LOG.errorf("A ticket system cannot be opened: %s", e.getMessage());
            return TicketStanding.UNREACHABLE;
        }
    }

    private static TicketStanding standing(TicketSystem.Standing answer) {
        return switch (answer) {
            case Open _ -> TicketStanding.OPEN;
            case Closed _ -> TicketStanding.CLOSED;
            case SomebodyElses _ -> TicketStanding.NOT_YOURS;
            case Unknown _ -> TicketStanding.UNKNOWN;
            case Unanswered(String reason) -> {
                LOG.error(reason);
                yield TicketStanding.UNREACHABLE;
            }
        };
    }

    private TicketSystem opened(TicketSystemDefined definition) {
        return Objects.requireNonNull(
                        open.compute(
                                definition.partitionKey(),
                                (_, known) -> openedOr(known, definition)))
                .system();
    }

    private Opened openedOr(@Nullable Opened known, TicketSystemDefined definition) {
        if (known != null && known.definition().equals(definition)) {
            return known;
        }
        TicketSystemProvider provider = kinds.get(definition.kind());
        if (provider == null) {
            throw new IllegalArgumentException(
                    "the ticket system '%s' is of kind '%s', for which this service has no connector; it has %s"
                            .formatted(
                                    definition.ticketSystem(), definition.kind(), kinds.keySet()));
        }
        var settings = new Settings(definition.ticketSystem(), definition.settings(), this::secret);
        TicketSystem system = provider.open(settings);
        if (known != null) {
            known.system().close();
        }
        return new Opened(definition, system);
    }

    private static Set<String> names(String principal, @Nullable CatalogEvent known) {
        Stream<@Nullable String> more =
                known instanceof PrincipalSeen seen
                        ? Stream.of(seen.userName(), seen.mail())
                        : Stream.of();
        return Stream.concat(Stream.of(principal), more.filter(Objects::nonNull))
                .collect(Collectors.toUnmodifiableSet());
    }

    private @Nullable String secret(String name) {
        return config.getOptionalValue(name, String.class).orElse(null);
    }

    @PreDestroy
    void close() {
        open.values().forEach(opened -> opened.system().close());
        open.clear();
    }
}
