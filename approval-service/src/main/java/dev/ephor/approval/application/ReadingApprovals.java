package dev.ephor.approval.application;

import dev.ephor.approval.application.Lists.Kind;
import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.approval.domain.Course;
import dev.ephor.approval.domain.SignedIn;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.kit.list.Listed;
import dev.ephor.kit.list.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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

    /** Empty when there is none, or when it is none of their business. */
    @Transactional
    public Optional<Seen> read(String approvalId, SignedIn person) {
        return find(approvalId, person, course -> course.isVisibleTo(person));
    }

    /** For those who look after the tenant: also what they have no part in. */
    @Transactional
    public Optional<Seen> readAsOverseer(String approvalId, SignedIn person) {
        return find(approvalId, person, course -> course.isOfTenant(person));
    }

    private Optional<Seen> find(String approvalId, SignedIn person, Predicate<Course> mayRead) {
        return approvals
                .find(approvalId)
                .flatMap(ReadingApprovals::asked)
                .filter(asked -> mayRead.test(asked.course()))
                .map(asked -> new Seen(asked, settings.of(request(asked)), person));
    }

    /**
     * What concerns somebody. Of what waits for them, only what they can decide by now is shown;
     * the place of what is not is empty.
     */
    @Transactional
    public List<Listed<Optional<Seen>>> list(Kind kind, SignedIn person, Listing listing) {
        List<Listed<String>> found = lists.find(kind, person, listing);
        Map<String, Seen> seen = seen(found.stream().map(Listed::entry).toList(), person);
        return found.stream()
                .map(one -> new Listed<>(shown(kind, seen.get(one.entry())), one.place()))
                .toList();
    }

    /** How many there are on all pages. */
    @Transactional
    public long count(Kind kind, SignedIn person, Listing listing) {
        return lists.count(kind, person, listing);
    }

    private static Optional<Seen> shown(Kind kind, @Nullable Seen seen) {
        return Optional.ofNullable(seen).filter(s -> kind != Kind.WAITING_FOR || s.canDecide());
    }

    private Map<String, Seen> seen(List<String> activationIds, SignedIn person) {
        List<Asked> asked =
                approvals.find(activationIds).values().stream()
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

    private static Optional<Asked> asked(Approval approval) {
        return approval.state() instanceof Asked asked ? Optional.of(asked) : Optional.empty();
    }
}
