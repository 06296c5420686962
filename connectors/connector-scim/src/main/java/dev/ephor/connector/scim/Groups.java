package dev.ephor.connector.scim;

import de.captaingoldfish.scim.sdk.common.resources.Group;
import dev.ephor.connector.Membership;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/** The application's groups. */
final class Groups {

    /** What has to be escaped inside a filter, and is not understood everywhere. */
    private static final Pattern UNSAFE = Pattern.compile("[\"\\\\]");

    private final ScimCalls calls;
    private final Match match;
    private final Profile profile;
    private final Links links;

    Groups(ScimCalls calls, Profile profile, LongSupplier nanoTime) {
        this.calls = calls;
        this.profile = profile;
        this.match = new Match(calls, ScimCalls.GROUPS);
        this.links = new Links(nanoTime);
    }

    /** The application's id of the group; empty where it is sure to have no such group. */
    Optional<String> find(Membership.Group group) {
        Optional<String> found = look(group);
        if (found.isEmpty() && UNSAFE.matcher(group.displayName()).find()) {
            throw calls.words()
                    .rejected(
                            "looked for group '%s'".formatted(group.displayName()),
                            "by a name with a quote some applications find nothing although it is"
                                    + " there: rename it, or give it the externalId %s there"
                                            .formatted(group.id()));
        }
        return found;
    }

    private Optional<String> look(Membership.Group group) {
        Optional<String> cached = links.of(group.id());
        if (cached.isPresent()) {
            return cached;
        }
        Optional<String> found =
                profile.matchGroupsBy().stream()
                        .flatMap(attribute -> matched(attribute, group).stream())
                        .findFirst();
        found.ifPresent(id -> links.put(group.id(), id));
        return found;
    }

    /** The application's id of the group, which is made where there is none. */
    String findOrCreate(Membership.Group group) {
        return look(group).orElseGet(() -> create(group));
    }

    void forget(Membership.Group group) {
        links.forget(group.id());
    }

    private Optional<String> matched(String attribute, Membership.Group group) {
        return attribute.equals("externalId") ? match.byExternalId(group.id()) : named(group);
    }

    private Optional<String> named(Membership.Group group) {
        return group.displayName().isBlank()
                ? Optional.empty()
                : match.byName("displayName", group.displayName(), group.id());
    }

    private String create(Membership.Group group) {
        if (group.displayName().isBlank()) {
            throw calls.words()
                    .rejected(
                            "looked for group " + group.id(),
                            "it is not there, and without a display name it can not be created");
        }
        try {
            Group wanted =
                    Group.builder().displayName(group.displayName()).externalId(group.id()).build();
            String id = calls.create(ScimCalls.GROUPS, wanted.toString());
            links.put(group.id(), id);
            return id;
        } catch (Refusal refusal) {
            if (refusal.status() == 409) {
                // Somebody else made it in the meantime.
                return find(group).orElseThrow(() -> refusal);
            }
            throw refusal;
        }
    }
}
