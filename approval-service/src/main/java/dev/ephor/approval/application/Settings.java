package dev.ephor.approval.application;

import dev.ephor.approval.domain.Setting;
import dev.ephor.approval.domain.Staffing;
import dev.ephor.approval.domain.StagePeople;
import dev.ephor.approval.domain.Waiting;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.kit.time.DeterministicId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Finds out what a command has to know: who could be asked by now, what is said of waiting, and
 * what they read.
 */
@ApplicationScoped
public class Settings {
    private static final Logger LOG = Logger.getLogger(Settings.class);
    private static final Setting NOBODY_IS_ASKED =
            new Setting(List.of(), Waiting.AS_THE_POLICY_SAYS, null);

    private final KnownPeople people;
    private final TemplatesInForce templates;
    private final WritingMessages messages;

    Settings(KnownPeople people, TemplatesInForce templates, WritingMessages messages) {
        this.people = people;
        this.templates = templates;
        this.messages = messages;
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

    /** For many requests: one look-up of templates for each tenant, the people from memory. */
    public Function<ActivationRequested, Setting> of(Collection<ActivationRequested> requests) {
        List<ActivationRequested> staged = requests.stream().filter(Settings::isStaged).toList();
        Function<ActivationRequested, ApprovalTemplate> inForce = templates.of(staged);
        return request ->
                isStaged(request) ? setting(request, inForce.apply(request)) : NOBODY_IS_ASKED;
    }

    private Setting setting(ActivationRequested request, ApprovalTemplate template) {
        var staffing = new Staffing(request, people.of(request.key().tenant()));
        int stages = request.policy().stages().size();
        return new Setting(
                IntStream.rangeClosed(1, stages)
                        .mapToObj(n -> stage(staffing, request, n))
                        .toList(),
                template.waiting(),
                messages.write(request, template));
    }

    private static StagePeople stage(Staffing staffing, ActivationRequested request, int number) {
        // The id is the same however often the request is heard.
        String id = DeterministicId.of("stage", request.activationId(), String.valueOf(number));
        return staffing.people(request.policy().stages().get(number - 1), id);
    }
}
