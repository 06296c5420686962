package dev.ephor.request.application;

import dev.ephor.events.CatalogEvent;
import dev.ephor.events.CatalogEvent.ApproverGroupDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.CatalogEvent.TenantDefined;
import dev.ephor.events.Policy.Approver;
import dev.ephor.events.Policy.Panel;
import dev.ephor.events.Policy.Stage;
import dev.ephor.events.RequestEvent.ActivationRequested;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who would be asked to approve, as far as the catalogue says it now. */
@ApplicationScoped
public class ResolvingApprovers {
    private final FindTerms terms;

    ResolvingApprovers(FindTerms terms) {
        this.terms = terms;
    }

    /**
     * Those of one panel of one stage.
     *
     * @param stage its place, from 1
     * @param quorum how many of them have to agree
     * @param principals object ids; never the requester, nor who is disabled or was removed
     */
    public record WouldApprove(
            int stage, @Nullable String panel, int quorum, List<String> principals) {
        public WouldApprove {
            principals = List.copyOf(principals);
        }

        WouldApprove only(Predicate<String> some) {
            return new WouldApprove(
                    stage, panel, quorum, principals.stream().filter(some).toList());
        }
    }

    public List<WouldApprove> of(ActivationRequested request) {
        List<Stage> stages = request.policy().stages();
        if (stages.isEmpty()) {
            return List.of();
        }
        String tenant = "tenant/" + request.key().tenant();
        String requester = principal(request, request.key().principal());
        var known = new HashMap<>(terms.things(List.of(tenant, requester)));
        List<Approver> defaults =
                known.get(tenant) instanceof TenantDefined defined
                        ? defined.defaultApprovers()
                        : List.of();
        known.putAll(terms.things(groups(request, stages, defaults)));
        List<WouldApprove> panels =
                new Resolution(request, Map.copyOf(known), defaults).panels(stages);
        return enabled(request, panels);
    }

    private static List<String> groups(
            ActivationRequested request, List<Stage> stages, List<Approver> defaults) {
        return Stream.concat(
                        defaults.stream(),
                        stages.stream()
                                .flatMap(stage -> stage.panels().stream())
                                .flatMap(panel -> panel.approvers().stream()))
                .filter(approver -> approver.kind() == Approver.Kind.GROUP)
                .map(approver -> Resolution.group(request, approver))
                .distinct()
                .toList();
    }

    private List<WouldApprove> enabled(ActivationRequested request, List<WouldApprove> panels) {
        Map<String, CatalogEvent> people =
                terms.things(
                        panels.stream()
                                .flatMap(panel -> panel.principals().stream())
                                .distinct()
                                .map(person -> principal(request, person))
                                .toList());
        return panels.stream()
                .map(panel -> panel.only(person -> isEnabled(people, request, person)))
                .toList();
    }

    /** Configured approvers are principals of the configuration: who is not there was removed. */
    private static boolean isEnabled(
            Map<String, CatalogEvent> people, ActivationRequested request, String person) {
        return people.get(principal(request, person)) instanceof PrincipalSeen seen
                && !seen.disabled();
    }

    private static String principal(ActivationRequested request, String principal) {
        return "principal/%s/%s".formatted(request.key().tenant(), principal);
    }

    /**
     * Groups, managers and defaults turned into people.
     *
     * @param defaults who is asked by a panel that names nobody
     */
    private record Resolution(
            ActivationRequested request, Map<String, CatalogEvent> known, List<Approver> defaults) {

        List<WouldApprove> panels(List<Stage> stages) {
            var panels = new ArrayList<WouldApprove>();
            for (int i = 0; i < stages.size(); i++) {
                for (Panel panel : stages.get(i).panels()) {
                    panels.add(
                            new WouldApprove(i + 1, panel.name(), panel.quorum(), people(panel)));
                }
            }
            return panels;
        }

        private List<String> people(Panel panel) {
            return (panel.approvers().isEmpty() ? defaults : panel.approvers())
                    .stream()
                            .flatMap(this::people)
                            .filter(person -> !person.equals(request.key().principal()))
                            .filter(person -> !person.equals(request.requestedBy()))
                            .distinct()
                            .toList();
        }

        private Stream<String> people(Approver approver) {
            return switch (approver.kind()) {
                case USER -> Stream.ofNullable(approver.id());
                case GROUP ->
                        known.get(group(request, approver)) instanceof ApproverGroupDefined group
                                ? group.members().stream()
                                : Stream.empty();
                case MANAGER ->
                        known.get(principal(request, request.key().principal()))
                                        instanceof PrincipalSeen seen
                                ? Stream.ofNullable(seen.manager())
                                : Stream.empty();
            };
        }

        static String group(ActivationRequested request, Approver approver) {
            return "approver-group/%s/%s".formatted(request.key().tenant(), approver.id());
        }
    }
}
