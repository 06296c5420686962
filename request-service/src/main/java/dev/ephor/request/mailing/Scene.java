package dev.ephor.request.mailing;

import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.CatalogEvent.TenantDefined;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.RequestEvent.Ticket;
import dev.ephor.request.mailing.Notice.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names for what an event is about, and how people write times. */
record Scene(Known known, String tenant, String groupId) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    static Scene of(Known known, MembershipKey key) {
        return new Scene(known, key.tenant(), key.group());
    }

    /** Such as {@code App1 Administrators}; the id where it has no name. */
    String group() {
        return defined().map(GroupDefined::displayName).orElse(groupId);
    }

    /** Such as {@code owner of App1 Administrators}. */
    String access(MembershipKey key) {
        return key.access().wire() + " of " + group();
    }

    String person(String principal) {
        return known.defined("principal/" + tenant + "/" + principal, PrincipalSeen.class)
                .flatMap(
                        p ->
                                Stream.of(p.displayName(), p.userName())
                                        .filter(Scene::said)
                                        .findFirst())
                .orElse(principal.equals("ephor") ? "Ephor" : principal);
    }

    /** The tenant's admins and the group's owners. */
    List<String> admins() {
        Stream<String> ofTenant =
                known.defined("tenant/" + tenant, TenantDefined.class).stream()
                        .flatMap(t -> t.admins().stream());
        Stream<String> ofGroup = defined().stream().flatMap(g -> g.owners().stream());
        return Stream.concat(ofTenant, ofGroup).distinct().toList();
    }

    private Optional<GroupDefined> defined() {
        return known.defined("group/" + tenant + "/" + groupId, GroupDefined.class);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    static Fact until(@Nullable Instant end) {
        return new Fact("Until", end == null ? "without end" : time(end));
    }

    /** Such as {@code 14 days}, {@code 1 h 30 min}. */
    static String span(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() == 1 ? "1 day" : duration.toDays() + " days";
        }
        String hours = duration.toHours() == 0 ? "" : duration.toHours() + " h";
        String minutes = duration.toMinutesPart() == 0 ? "" : duration.toMinutesPart() + " min";
        String both = (hours + " " + minutes).strip();
        return both.isEmpty() ? duration.toSeconds() + " s" : both;
    }

    /** A fact that is not there where nothing was given. */
    static Stream<Fact> given(String name, @Nullable String value) {
        return value != null && said(value) ? Stream.of(new Fact(name, value)) : Stream.of();
    }

    static Stream<Fact> ticket(@Nullable Ticket ticket) {
        return ticket == null
                ? Stream.of()
                : given(
                        "Ticket",
                        Stream.of(ticket.system(), ticket.number())
                                .filter(Scene::said)
                                .reduce("", (a, b) -> (a + " " + b).strip()));
    }

    private static boolean said(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
