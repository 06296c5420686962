package dev.ephor.connector.scim;

import dev.ephor.connector.Membership.Principal;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The application's users. */
final class Users {

    private final ScimCalls calls;
    private final Match match;
    private final IdCache ids;

    Users(ScimCalls calls, LongSupplier nanoTime) {
        this.calls = calls;
        this.match = new Match(calls, ScimCalls.USERS);
        this.ids = new IdCache(nanoTime);
    }

    /** The application's id of the user; empty where it is sure to have no such user. */
    Optional<String> find(Principal principal) {
        Optional<String> cached = ids.get(principal.id());
        if (cached.isPresent()) {
            return cached;
        }
        Optional<String> found =
                match.byExternalId(principal.id())
                        .or(() -> match.byName("userName", userName(principal), principal.id()));
        found.ifPresent(id -> ids.put(principal.id(), id));
        return found;
    }

    /** The application's id of the user, who is made where there is none. */
    String findOrCreate(Principal principal) {
        return find(principal).orElseGet(() -> create(principal));
    }

    boolean isKnown(Principal principal) {
        return ids.get(principal.id()).isPresent();
    }

    void forget(Principal principal) {
        ids.forget(principal.id());
    }

    private String create(Principal principal) {
        try {
            var wanted = NewUser.of(principal, userName(principal));
            String id = calls.create(ScimCalls.USERS, wanted).path("id").asText();
            ids.put(principal.id(), id);
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
