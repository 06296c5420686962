package dev.ephor.approval.application;

import dev.ephor.approval.application.Lists.Kind;
import dev.ephor.approval.application.Lists.Place;
import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.approval.domain.SignedIn;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.kit.list.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows approvals to those whom they concern: who was asked, and who asked. */
@ApplicationScoped
public class ReadingApprovals {
    private final Approvals approvals;
    private final Lists lists;
    private final Settings settings;

    ReadingApprovals(Approvals approvals, Lists lists, Settings settings) {
        this.approvals = approvals;
        this.lists = lists;
        this.settings = settings;
    }

    /**
     * A place in a list, and what is there.
     *
     * @param seen null: nothing that is still to be shown
     */
    public record Listed(Place place, @Nullable Seen seen) {}

    /** Empty when there is none, or when it is none of their business. */
    @Transactional
    public Optional<Seen> read(String approvalId, SignedIn person) {
        return approvals
                .find(approvalId)
                .flatMap(ReadingApprovals::asked)
                .filter(asked -> asked.course().isVisibleTo(person))
                .map(asked -> seen(asked, person));
    }

    /** For those who look after the tenant: also what they have no part in. */
    @Transactional
    public Optional<Seen> readAsOverseer(String approvalId, SignedIn person) {
        return approvals
                .find(approvalId)
                .flatMap(ReadingApprovals::asked)
                .filter(asked -> asked.course().isOfTenant(person))
                .map(asked -> seen(asked, person));
    }

    /**
     * What concerns somebody. Of what waits for them, only what they can decide by now is shown.
     */
    @Transactional
    public List<Listed> list(Kind kind, SignedIn person, Listing listing) {
        List<Place> places = lists.find(kind, person, listing);
        Map<String, Seen> seen = seen(places, person);
        return places.stream()
                .map(place -> new Listed(place, shown(kind, seen.get(place.activationId()))))
                .toList();
    }

    /** How many there are on all pages. */
    @Transactional
    public long count(Kind kind, SignedIn person, Listing listing) {
        return lists.count(kind, person, listing);
    }

    private static @Nullable Seen shown(Kind kind, @Nullable Seen seen) {
        return seen == null || (kind == Kind.WAITING_FOR && !seen.canDecide()) ? null : seen;
    }

    private Map<String, Seen> seen(List<Place> places, SignedIn person) {
        List<Asked> asked =
                approvals.find(places.stream().map(Place::activationId).toList()).values().stream()
                        .flatMap(approval -> asked(approval).stream())
                        .toList();
        var setting = settings.of(asked.stream().map(ReadingApprovals::request).toList());
        return asked.stream()
                .collect(
                        Collectors.toMap(
                                a -> request(a).activationId(),
                                a -> new Seen(a, setting.apply(request(a)), person)));
    }

    private static ActivationRequested request(Asked asked) {
        return asked.course().request();
    }

    private Seen seen(Asked asked, SignedIn person) {
        return new Seen(asked, settings.of(asked.course().request()), person);
    }

    private static Optional<Asked> asked(Approval approval) {
        return approval.state() instanceof Asked asked ? Optional.of(asked) : Optional.empty();
    }
}
