package dev.ephor.request.domain;

import dev.ephor.events.MembershipKey;
import dev.ephor.events.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * While it stands, new activations of its scope are refused.
 *
 * @param until when it ends; null: when somebody resumes
 */
public record Suspension(Scope scope, @Nullable Instant until) {

    boolean stands(Instant now) {
        return until == null || until.isAfter(now);
    }

    /**
     * @param targets those of the key's group
     */
    boolean covers(MembershipKey key, List<String> targets) {
        if (!scope.tenant().equals(key.tenant())) {
            return false;
        }
        return switch (scope.kind()) {
            case TENANT -> true;
            case PRINCIPAL -> key.principal().equals(scope.id());
            case GROUP -> key.group().equals(scope.id());
            case TARGET -> targets.contains(scope.id());
            case MEMBERSHIP -> Scope.membership(key).equals(scope);
            case ACTIVATION -> false;
        };
    }

    /** For the requester: what is suspended, and until when. Why is not theirs to know. */
    String inWords() {
        String what =
                switch (scope.kind()) {
                    case TENANT -> "All access is suspended";
                    case PRINCIPAL -> "The access of this person is suspended";
                    case GROUP -> "Access to this group is suspended";
                    case TARGET -> "Access to the application " + scope.id() + " is suspended";
                    case MEMBERSHIP, ACTIVATION -> "This access is suspended";
                };
        return what
                + (until == null ? " until somebody resumes it" : " until " + until)
                + ": ask those who respond to incidents.";
    }
}
