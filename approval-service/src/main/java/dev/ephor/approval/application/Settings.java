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

/** Finds out what a command has to know: who could be asked by now, and what is said of waiting. */
@ApplicationScoped
public class Settings {
    private static final Setting NOBODY_IS_ASKED =
            new Setting(List.of(), Waiting.AS_THE_POLICY_SAYS);

    private final KnownPeople people;
    private final TemplatesInForce templates;

    Settings(KnownPeople people, TemplatesInForce templates) {
        this.people = people;
        this.templates = templates;
    }

    public Setting of(ActivationRequested request) {
        return of(List.of(request)).apply(request);
    }

    /** For many requests: one look-up of templates for each tenant, the people from memory. */
    public Function<ActivationRequested, Setting> of(Collection<ActivationRequested> requests) {
        List<ActivationRequested> staged =
                requests.stream().filter(r -> !r.policy().stages().isEmpty()).toList();
        Function<ActivationRequested, ApprovalTemplate> inForce = templates.of(staged);
        return request ->
                request.policy().stages().isEmpty()
                        ? NOBODY_IS_ASKED
                        : setting(request, inForce.apply(request).waiting());
    }

    private Setting setting(ActivationRequested request, Waiting waiting) {
        var staffing = new Staffing(request, people.of(request.key().tenant()));
        int stages = request.policy().stages().size();
        return new Setting(
                IntStream.rangeClosed(1, stages)
                        .mapToObj(n -> stage(staffing, request, n))
                        .toList(),
                waiting);
    }

    private static StagePeople stage(Staffing staffing, ActivationRequested request, int number) {
        // The id is the same however often the request is heard.
        String id = DeterministicId.of("stage", request.activationId(), String.valueOf(number));
        return staffing.people(request.policy().stages().get(number - 1), id);
    }
}
