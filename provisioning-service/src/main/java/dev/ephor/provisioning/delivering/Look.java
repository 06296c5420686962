package dev.ephor.provisioning.delivering;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import dev.ephor.connector.Roster;
import dev.ephor.events.Access;
import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.application.AtTarget;
import dev.ephor.provisioning.application.AtTarget.Sighting;
import dev.ephor.provisioning.application.Readings.Place;
import dev.ephor.provisioning.domain.Provisioning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One look at what a target has in one group. Those who are wanted are asked for one by one, and
 * before anybody else: a connector that knows users by name learns thereby whom it lists. Who else
 * is there is read from its roster; where it has none, those of former times are asked for.
 */
final class Look {
    private final Place place;
    private final Connector connector;
    private final Asking asking;
    private final Naming naming;
    private final Predicate<MembershipKey> standing;
    private final int batch;
    private final Map<String, AtTarget> known = new LinkedHashMap<>();
    private final List<Sighting> sightings = new ArrayList<>();
    private boolean sure = true;

    Look(Place place, Connector connector, Asking asking, Lookers lookers) {
        this.place = place;
        this.connector = connector;
        this.asking = asking;
        this.naming = lookers.naming();
        this.standing = lookers.standing();
        this.batch = lookers.batch();
    }

    /**
     * What all looks share.
     *
     * @param standing whether somebody is a member without Ephor
     * @param batch how many are asked for in one call
     */
    record Lookers(Naming naming, Predicate<MembershipKey> standing, int batch) {}

    /**
     * @param ofGroup what is known of the group
     * @throws Asking.Unread where the target does not tell
     */
    List<Sighting> at(List<AtTarget> ofGroup) throws InterruptedException {
        ofGroup.forEach(m -> known.put(lower(m.key().principal()), m));
        for (var seen : observed(some(AtTarget::mayBeWanted)).entrySet()) {
            note(seen.getKey(), seen.getValue());
        }
        Optional<Set<String>> listed = listed();
        if (listed.isEmpty()) {
            for (var seen : observed(former()).entrySet()) {
                note(seen.getKey(), seen.getValue());
            }
        } else {
            compare(listed.get());
        }
        return sightings;
    }

    /** In doubt about one who is wanted nobody is taken away: it could be them. */
    private void note(AtTarget membership, Answer answer) {
        if (answer instanceof Answer.Observed(boolean present)) {
            boolean counts = present && !isStanding(membership);
            sightings.add(membership.seen(membership.mayBeWanted() ? present : counts, sure));
        } else if (membership.mayBeWanted()) {
            sure = false;
        }
    }

    private void compare(Set<String> ids) throws InterruptedException {
        var others = new LinkedHashMap<String, AtTarget>();
        for (String id : ids) {
            other(id).filter(m -> !m.mayBeWanted()).ifPresent(m -> others.put(lower(id), m));
        }
        others.values().removeIf(this::isStanding);
        for (var seen : observed(others.values()).entrySet()) {
            noteListed(seen.getKey(), seen.getValue());
        }
        known.forEach(
                (id, m) -> {
                    if (!m.mayBeWanted() && m.drift() != null && !others.containsKey(id)) {
                        sightings.add(m.seen(false, false));
                    }
                });
    }

    /** One whom the connector cannot find by the listed id is there, but nobody to Ephor. */
    private void noteListed(AtTarget membership, Answer answer) {
        switch (answer) {
            case Answer.Observed(boolean present) -> {
                if (present) {
                    sightings.add(membership.seen(true, sure));
                }
            }
            case Answer.Rejected _ -> sightings.add(membership.seen(true, false));
            default -> {}
        }
    }

    /** Everybody there; empty where the target does not list them. */
    private Optional<Set<String>> listed() throws InterruptedException {
        Roster roster = connector.roster().orElse(null);
        if (roster == null) {
            return Optional.empty();
        }
        Set<String> ids = read(roster);
        if (ids == null || ids.stream().allMatch(id -> known.containsKey(lower(id)))) {
            return Optional.ofNullable(ids);
        }
        // Somebody of former times may be listed under an id that means nothing yet.
        List<AtTarget> former = former();
        if (former.isEmpty()) {
            return Optional.of(ids);
        }
        observed(former);
        return Optional.ofNullable(read(roster));
    }

    private @Nullable Set<String> read(Roster roster) throws InterruptedException {
        var group = naming.group(place.tenant(), place.group());
        String access = Access.MEMBER.wire();
        var ids = new LinkedHashSet<String>();
        String cursor = null;
        do {
            String from = cursor;
            switch (asking.ask(() -> roster.members(group, access, from), Look::answers)) {
                case Roster.Page.Read page -> {
                    ids.addAll(page.principals());
                    cursor = page.next();
                }
                case Roster.Page.Unread(Answer.Rejected _) -> {
                    return null;
                }
                case Roster.Page.Unread(Answer failure) -> throw new Asking.Unread(failure.why());
            }
        } while (cursor != null);
        return ids;
    }

    private static List<Answer> answers(Roster.Page page) {
        return page instanceof Roster.Page.Unread(Answer failure)
                ? List.of(failure)
                : List.of(new Answer.Observed(true));
    }

    private Map<AtTarget, Answer> observed(Collection<AtTarget> memberships)
            throws InterruptedException {
        var all = new ArrayList<>(memberships);
        var answers = new HashMap<AtTarget, Answer>();
        for (int from = 0; from < all.size(); from += batch) {
            List<AtTarget> some = all.subList(from, Math.min(from + batch, all.size()));
            List<Membership> asked = some.stream().map(m -> naming.of(m.key())).toList();
            List<Answer> told = asking.ask(() -> connector.observe(asked), a -> a);
            for (int i = 0; i < some.size(); i++) {
                answers.put(some.get(i), told(told.get(i)));
            }
        }
        return answers;
    }

    private static Answer told(Answer answer) {
        return switch (answer) {
            case Answer.Observed _, Answer.Rejected _ -> answer;
            default -> throw new Asking.Unread(answer.why());
        };
    }

    private List<AtTarget> some(Predicate<AtTarget> which) {
        return known.values().stream().filter(which).toList();
    }

    /** Those who are not wanted any more, the latest of them, and those who differ already. */
    private List<AtTarget> former() {
        return known.values().stream()
                .filter(m -> !m.mayBeWanted())
                .filter(m -> m.askedAt().isAfter(Instant.EPOCH))
                .sorted(
                        Comparator.comparing((AtTarget m) -> m.drift() == null)
                                .thenComparing(AtTarget::askedAt, Comparator.reverseOrder()))
                .limit(batch)
                .toList();
    }

    /** The membership that is listed; empty where the id can be nobody's of the directory. */
    private Optional<AtTarget> other(String id) {
        AtTarget membership = known.get(lower(id));
        if (membership != null) {
            return Optional.of(membership);
        }
        try {
            var key = new MembershipKey(place.tenant(), place.group(), id, Access.MEMBER);
            return Optional.of(AtTarget.of(Provisioning.of(key), place.target()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isStanding(AtTarget membership) {
        return standing.test(membership.key());
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
