package dev.ephor.request.application;

import dev.ephor.events.MembershipKey;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import dev.ephor.kit.list.Listed;
import dev.ephor.kit.list.Listing;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.EligibilityRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What was asked, for those who may see it. */
public interface FindRequests {

    /** A request object. */
    sealed interface Found {
        String id();
    }

    record FoundActivation(Activation activation) implements Found {
        @Override
        public String id() {
            return activation.id();
        }
    }

    record FoundDeactivation(DeactivationRequested event) implements Found {
        @Override
        public String id() {
            return event.requestId();
        }
    }

    /** An activation that was taken away. */
    record FoundRemoval(RevocationRequested event) implements Found {
        @Override
        public String id() {
            return event.requestId();
        }
    }

    /** A request about an eligibility. */
    record FoundEligibilityRequest(EligibilityRequest request) implements Found {
        @Override
        public String id() {
            return request.id();
        }
    }

    /** What is asked for. */
    enum Kind {
        ASSIGNMENT,
        ELIGIBILITY
    }

    /** What those that are wanted have to do with the viewer. */
    enum Relation {
        /** Whatever lets the viewer see them. */
        ANY,
        PRINCIPAL,
        CREATOR,
        /** They wait for the viewer's decision. */
        APPROVER
    }

    record Wanted(Kind kind, Relation relation) {}

    Optional<Found> request(Viewer viewer, Kind kind, String id);

    List<Listed<Found>> requests(Viewer viewer, Wanted wanted, Listing listing);

    long count(Viewer viewer, Wanted wanted, Listing listing);

    Optional<Activation> activation(Viewer viewer, String id);

    List<Listed<Activation>> activations(Viewer viewer, Listing listing);

    /** What is open or active of these memberships. */
    List<Activation> live(Collection<MembershipKey> keys);
}
