package dev.ephor.request.application;

import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.EligibilityRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was asked, for those who may see it: newest first. */
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

    /**
     * Who looks.
     *
     * @param seesAll whether everything of the tenant is theirs to see
     * @param asApprover whether what they may approve is, besides their own
     */
    record Viewer(String tenant, String principal, boolean seesAll, boolean asApprover) {}

    /**
     * A piece of the list.
     *
     * @param size at the most
     * @param after the id of the last one seen; null: from the newest on
     */
    record Page(int size, @Nullable String after) {}

    Optional<Found> request(Viewer viewer, String id);

    List<Found> requests(Viewer viewer, Page page);

    Optional<Activation> activation(Viewer viewer, String id);

    List<Activation> activations(Viewer viewer, Page page);

    /** The groups of activations, in their order; empty where one is not configured any more. */
    List<Optional<GroupDefined>> groups(List<Activation> activations);
}
