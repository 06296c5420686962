package dev.ephor.membership.rest;

import dev.ephor.events.Access;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.ObservationEvent.ByPerson;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Caller;
import dev.ephor.membership.application.FindMemberships;
import dev.ephor.membership.application.FindTroubles;
import dev.ephor.membership.application.PersonsWords;
import dev.ephor.membership.domain.Grants;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a person of the caller's tenant has to look at, and what they say of it. */
@RequestScoped
class TroubledMemberships {
    private static final int SHORTEST = 10;

    private final FindTroubles troubles;
    private final FindMemberships memberships;
    private final PersonsWords words;
    private final Caller caller;

    TroubledMemberships(
            FindTroubles troubles, FindMemberships memberships, PersonsWords words, Caller caller) {
        this.troubles = troubles;
        this.memberships = memberships;
        this.words = words;
        this.caller = caller;
    }

    List<Grants> all(Predicate<Grants> kind) {
        return ready(() -> troubles.troubled(caller.tenant() + "/")).stream().filter(kind).toList();
    }

    /** One of the caller's tenant, if it is of this kind. */
    Grants one(String group, String principal, String access, Predicate<Grants> kind) {
        MembershipKey key;
        try {
            key = new MembershipKey(caller.tenant(), group, principal, Access.of(access));
        } catch (IllegalArgumentException e) {
            throw ApiError.notFound("The membership");
        }
        return ready(() -> memberships.find(key))
                .filter(kind)
                .orElseThrow(() -> ApiError.notFound("Such a membership"));
    }

    String person() {
        return caller.principal();
    }

    /** Returns when the log has it. */
    void say(ByPerson word, String story) {
        words.tell(word, story).toCompletableFuture().join();
    }

    /** A sentence for the log. */
    static String sentence(String member, @Nullable String text) {
        if (text == null || text.strip().length() < SHORTEST) {
            throw ApiError.badRequest(
                    "%s is missing or too short: say in a sentence, for the log, why or how you know."
                            .formatted(member));
        }
        return text.strip();
    }

    static <T> T ready(Supplier<T> question) {
        try {
            return question.get();
        } catch (FindMemberships.NotReady e) {
            throw new ApiError(
                            503,
                            "ServiceUnavailable",
                            "The windows are being loaded: ask again in a moment.")
                    .header("Retry-After", "1");
        }
    }
}
