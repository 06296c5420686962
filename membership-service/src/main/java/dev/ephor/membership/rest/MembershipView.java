package dev.ephor.membership.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ephor.membership.domain.Grant;
import dev.ephor.membership.domain.Grants;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A membership as it is shown.
 *
 * @param generation counts the changes of what is wanted
 * @param wanted whether the directory should hold it
 * @param since when what is wanted became due; absent: never wanted
 * @param state {@code confirmed} by the directory, {@code pending} or {@code stuck} there
 * @param failures of the present change in a row
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MembershipView(
        String tenant,
        String group,
        String principal,
        String access,
        long generation,
        boolean wanted,
        @Nullable Instant since,
        String state,
        int failures,
        List<Window> windows)
        implements Listed {

    /**
     * @param state {@code scheduled}, {@code pending}, {@code confirmed} or {@code stuck}
     */
    record Window(
            String activationId,
            @Nullable String eligibilityId,
            Instant start,
            Instant end,
            String state) {}

    static MembershipView of(Grants grants) {
        return new MembershipView(
                grants.key().tenant(),
                grants.key().group(),
                grants.key().principal(),
                grants.key().access().wire(),
                grants.wanted().generation(),
                grants.wanted().present(),
                grants.wanted().since(),
                grants.outstanding() ? unconfirmed(grants) : "confirmed",
                grants.confirmation().attempts(),
                grants.grants().stream().map(g -> window(g, grants)).toList());
    }

    private static Window window(Grant grant, Grants grants) {
        String state =
                switch (grant.stage()) {
                    case SCHEDULED -> "scheduled";
                    case OPEN -> unconfirmed(grants);
                    case GRANTED -> "confirmed";
                };
        return new Window(
                grant.activationId(), grant.eligibilityId(), grant.start(), grant.end(), state);
    }

    private static String unconfirmed(Grants grants) {
        return grants.confirmation().stuck() ? "stuck" : "pending";
    }
}
