package dev.ephor.approval.application;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.ephor.approval.domain.Setting;
import dev.ephor.approval.domain.Staffing;
import dev.ephor.approval.domain.StagePeople;
import dev.ephor.approval.domain.Waiting;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.kit.time.DeterministicId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Finds out what a command has to know: who could be asked by now, who of them is suspended, what
 * is said of waiting, and what they read.
 */
@ApplicationScoped
public class Settings {
    private static final Logger LOG = Logger.getLogger(Settings.class);
    private static final Setting NOBODY_IS_ASKED =
            new Setting(List.of(), Waiting.AS_THE_POLICY_SAYS, null, Set.of());

    private final KnownPeople people;
    private final TemplatesInForce templates;
    private final WritingMessages messages;
    private final Suspensions suspensions;

    Settings(
            KnownPeople people,
            TemplatesInForce templates,
            WritingMessages messages,
            Suspensions suspensions) {
        this.people = people;
        this.templates = templates;
        this.messages = messages;
        this.suspensions = suspensions;
    }

    public Setting of(ActivationRequested request) {
        return of(List.of(request)).apply(request);
    }

    /**
     * For stages that open: waits until the catalogue has heard of those whom they ask, a few
     * seconds at most.
     */
    public Function<ActivationRequested, Setting> atOpening(
            Collection<ActivationRequested> requests) {
        List<ActivationRequested> staged = requests.stream().filter(Settings::isStaged).toList();
        List<String> unheardOf = people.awaitThoseAsked(staged);
        if (!unheardOf.isEmpty()) {
            LOG.warnf(
                    "Requests name what the catalogue does not know: %s. They are asked without it.",
                    unheardOf);
        }
        return of(requests);
    }

    private static boolean isStaged(ActivationRequested request) {
        return !request.policy().stages().isEmpty();
    }

    /**
     * For many requests: one look-up of templates and one of suspensions for each tenant, the
     * people from memory.
     */
    public Function<ActivationRequested, Setting> of(Collection<ActivationRequested> requests) {
        List<ActivationRequested> staged = requests.stream().filter(Settings::isStaged).toList();
        Function<ActivationRequested, ApprovalTemplate> inForce = templates.of(staged);
        Map<String, List<StagePeople>> asked =
                staged.stream()
                        .collect(
                                toMap(
                                        ActivationRequested::activationId,
                                        this::stages,
                                        (a, _) -> a));
        Map<String, Set<String>> suspended = suspended(staged, asked);
        return request -> {
            if (!isStaged(request)) {
                return NOBODY_IS_ASKED;
            }
            ApprovalTemplate template = inForce.apply(request);
            return new Setting(
                    asked.getOrDefault(request.activationId(), List.of()),
                    template.waiting(),
                    messages.write(request, template),
                    suspended.getOrDefault(request.key().tenant(), Set.of()));
        };
    }

    private Map<String, Set<String>> suspended(
            List<ActivationRequested> staged, Map<String, List<StagePeople>> asked) {
        return staged.stream()
                .collect(
                        groupingBy(
                                request -> request.key().tenant(),
                                flatMapping(
                                        request ->
                                                people(
                                                        asked.getOrDefault(
                                                                request.activationId(), List.of())),
                                        toSet())))
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, e -> suspensions.of(e.getKey(), e.getValue())));
    }

    private static Stream<String> people(List<StagePeople> stages) {
        return stages.stream().flatMap(s -> Stream.concat(s.inPanels(), s.backups().stream()));
    }

    private List<StagePeople> stages(ActivationRequested request) {
        var staffing = new Staffing(request, people.of(request.key().tenant()));
        return IntStream.rangeClosed(1, request.policy().stages().size())
                .mapToObj(n -> stage(staffing, request, n))
                .toList();
    }

    private static StagePeople stage(Staffing staffing, ActivationRequested request, int number) {
        // The id is the same however often the request is heard.
        String id = DeterministicId.of("stage", request.activationId(), String.valueOf(number));
        return staffing.people(request.policy().stages().get(number - 1), id);
    }
}
