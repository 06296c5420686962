package dev.ephor.connector.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephor.connector.Membership.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The application's users. */
final class Users {

    private final ScimCalls calls;
    private final Profile profile;
    private final Match match;
    private final Links links;

    Users(ScimCalls calls, Profile profile, LongSupplier nanoTime) {
        this.calls = calls;
        this.profile = profile;
        this.match = new Match(calls, ScimCalls.USERS);
        this.links = new Links(nanoTime);
    }

    /** The application's id of the user; empty where it is sure to have no such user. */
    Optional<String> find(Principal principal) {
        Optional<String> cached = links.of(principal.id());
        if (cached.isPresent()) {
            return cached;
        }
        Optional<String> found =
                profile.matchUsersBy().stream()
                        .flatMap(attribute -> matched(attribute, principal).stream())
                        .findFirst();
        found.ifPresent(id -> links.put(principal.id(), id));
        return found;
    }

    private Optional<String> matched(String attribute, Principal principal) {
        return attribute.equals("externalId")
                ? match.byExternalId(principal.id())
                : match.byName(attribute, userName(principal), principal.id());
    }

    /** The application's id of the user, who is made where there is none. */
    String findOrCreate(Principal principal) {
        return find(principal).orElseGet(() -> create(principal));
    }

    boolean isKnown(Principal principal) {
        return links.of(principal.id()).isPresent();
    }

    void forget(Principal principal) {
        links.forget(principal.id());
    }

    /** Whether it is known already what an id of the application's means. */
    boolean hasMeaning(String id) {
        return links.meaning(id).isPresent();
    }

    /**
     * The directory's id of one of the application's users; the application's own where it is not
     * known whom of the directory they are.
     */
    String principalOf(String id) {
        return links.meaning(id).orElseGet(() -> principalOf(read(id), id));
    }

    /**
     * @param user as the application tells it; missing where it lists a member whom it has not
     */
    String principalOf(JsonNode user, String id) {
        Optional<String> known = links.meaning(id).filter(meaning -> !meaning.equals(id));
        String externalId = Json.attribute(user, "externalId").asText("");
        if (known.isEmpty() && Match.isObjectId(externalId)) {
            links.put(externalId.toLowerCase(Locale.ROOT), id);
        } else if (known.isEmpty()) {
            links.putStranger(id);
        }
        return links.meaning(id).orElse(id);
    }

    private JsonNode read(String id) {
        try {
            return calls.user(id);
        } catch (Refusal refusal) {
            if (refusal.status() == 404) {
                return MissingNode.getInstance();
            }
            throw refusal;
        }
    }

    private String create(Principal principal) {
        String userName = userName(principal);
        List<String> missing = NewUser.missing(principal, profile.userNeeds());
        if (!missing.isEmpty()) {
            throw calls.words()
                    .rejected(
                            "wanted to create user " + userName,
                            "the application takes none without %s: give it to principal %s, or see userNeeds"
                                    .formatted(String.join(", ", missing), principal.id()));
        }
        try {
            String id = calls.create(ScimCalls.USERS, NewUser.of(principal, userName).toString());
            links.put(principal.id(), id);
            return id;
        } catch (Refusal refusal) {
            if (refusal.status() == 409) {
                // Somebody else made it in the meantime.
                return find(principal).orElseThrow(() -> refusal);
            }
            throw refusal;
        }
    }

    /** Without it nobody can say that the application has no such user. */
    private String userName(Principal principal) {
        String userName = principal.userName();
        if (userName == null || userName.isBlank()) {
            throw calls.words()
                    .rejected(
                            "looked for user " + principal.id(),
                            "nobody there has this externalId, and no userName is known to go by");
        }
        return userName;
    }
}
