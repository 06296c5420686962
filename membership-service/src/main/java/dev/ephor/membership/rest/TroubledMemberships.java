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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person of the caller's tenant has to look at, and what they say of it. The boards are of
 * all instances; what is said of one membership is said at its owner.
 */
@RequestScoped
class TroubledMemberships {
    private static final int SHORTEST = 10;

    private final FindTroubles troubles;
    private final FindMemberships memberships;
    private final PersonsWords words;
    private final Peers peers;
    private final Caller caller;

    TroubledMemberships(
            FindTroubles troubles,
            FindMemberships memberships,
            PersonsWords words,
            Peers peers,
            Caller caller) {
        this.troubles = troubles;
        this.memberships = memberships;
        this.words = words;
        this.peers = peers;
        this.caller = caller;
    }

    /** Those of one kind, as they are shown, in the order of their keys. */
    <V extends Listed> List<V> board(
            Predicate<Grants> kind, Function<Grants, V> view, Class<V> shown) {
        return peers.gather(() -> here(kind).map(view).toList(), shown).stream()
                .sorted(Listed.BY_KEY)
                .toList();
    }

    private Stream<Grants> here(Predicate<Grants> kind) {
        return ready(() -> troubles.troubled(caller.tenant() + "/")).stream().filter(kind);
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

    /**
     * Returns when the log has it.
     *
     * @param word made of the person who says it
     */
    void say(Function<String, ByPerson> word, String story) {
        words.tell(word.apply(caller.principal()), story).toCompletableFuture().join();
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
            throw loading();
        }
    }

    static ApiError loading() {
        return new ApiError(
                        503,
                        "ServiceUnavailable",
                        "The windows are being loaded: ask again in a moment.")
                .header("Retry-After", "1");
    }
}
