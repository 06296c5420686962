package dev.ephor.request.mailing;

import dev.ephor.events.CatalogEvent.Notification;
import dev.ephor.events.CatalogEvent.Notification.Level;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.Event;
import dev.ephor.events.Event.AboutMembership;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The addresses of those who are told.
 *
 * @param addresses in lower case, each once
 * @param unaddressed how many are to be told of whom no address is known
 */
record Recipients(List<String> addresses, int unaddressed) {

    static Recipients of(Telling telling, String tenant, Event event, Known known) {
        Optional<Notification> rule = notification(telling, event, known);
        if (rule.filter(r -> !lets(r.level(), telling.urgent())).isPresent()) {
            return new Recipients(List.of(), 0);
        }
        List<String> concerned =
                rule.map(Notification::defaultRecipients).orElse(true)
                        ? telling.principals()
                        : List.of();
        List<String> found =
                concerned.stream().flatMap(one -> address(tenant, one, known).stream()).toList();
        Stream<String> others = rule.stream().flatMap(r -> r.recipients().stream());
        return new Recipients(
                Stream.concat(found.stream(), others)
                        .map(address -> address.strip().toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList(),
                concerned.size() - found.size());
    }

    private static Optional<Notification> notification(Telling telling, Event event, Known known) {
        if (!(event instanceof AboutMembership about)) {
            return Optional.empty();
        }
        String key =
                "policy/%s/%s/%s"
                        .formatted(
                                about.key().tenant(),
                                about.key().group(),
                                about.key().access().wire());
        return known.defined(key, PolicyDefined.class).stream()
                .flatMap(policy -> policy.notifications().stream())
                .filter(n -> n.rule().equalsIgnoreCase(telling.rule().id()))
                .findFirst();
    }

    private static boolean lets(Level level, boolean urgent) {
        return switch (level) {
            case NONE -> false;
            case CRITICAL -> urgent;
            case ALL -> true;
        };
    }

    private static Optional<String> address(String tenant, String principal, Known known) {
        return known.defined("principal/" + tenant + "/" + principal, PrincipalSeen.class)
                .flatMap(p -> Optional.ofNullable(p.mail()))
                .filter(mail -> !mail.isBlank());
    }
}
