package dev.ephor.request.application;

import dev.ephor.events.Access;
import dev.ephor.events.Policy.Approver;
import dev.ephor.request.application.FindPolicies.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Somebody looks at the policies of a group: admins, auditors, owners, and those it concerns. */
@ApplicationScoped
public class ReadingPolicies {
    private final FindPolicies policies;

    ReadingPolicies(FindPolicies policies) {
        this.policies = policies;
    }

    /** Those that the viewer may see; empty for a group that does not concern them. */
    @Transactional
    public List<Standing> of(Viewer viewer, String group) {
        List<Standing> all =
                Stream.of(Access.values())
                        .flatMap(access -> policies.policy(viewer.tenant(), group, access).stream())
                        .toList();
        return maySee(viewer, group, all) ? all : List.of();
    }

    /** Empty: there is none, or the viewer may not know of it. */
    @Transactional
    public Optional<Standing> one(Viewer viewer, String group, Access access) {
        return of(viewer, group).stream()
                .filter(standing -> standing.policy().access() == access)
                .findFirst();
    }

    /** Whether the principal owns the group. */
    @Transactional
    public boolean isOwner(Viewer viewer, String group) {
        return policies.group(viewer.tenant(), group)
                .filter(known -> known.owners().contains(viewer.principal()))
                .isPresent();
    }

    private boolean maySee(Viewer viewer, String group, List<Standing> all) {
        return viewer.seesAll()
                || isOwner(viewer, group)
                || policies.concerns(viewer.tenant(), group, viewer.principal())
                || approves(viewer, all);
    }

    private boolean approves(Viewer viewer, List<Standing> all) {
        List<Approver> approvers =
                all.stream().flatMap(standing -> Approvers.of(standing.policy().policy())).toList();
        List<String> groups =
                approvers.stream()
                        .filter(approver -> approver.kind() == Approver.Kind.GROUP)
                        .map(approver -> Objects.requireNonNull(approver.id()))
                        .toList();
        return approvers.contains(Approver.user(viewer.principal()))
                || policies.members(viewer.tenant(), groups).contains(viewer.principal());
    }
}
