package dev.ephor.approval.application;

import dev.ephor.events.ApprovalEvent.Message;
import dev.ephor.events.RequestEvent.ActivationRequested;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;

/** Writes what people read about approvals. */
@ApplicationScoped
public class WritingMessages {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 20_000;

    private final TemplatesInForce templates;
    private final KnownPeople people;

    WritingMessages(TemplatesInForce templates, KnownPeople people) {
        this.templates = templates;
        this.people = people;
    }

    /** For many requests: one look-up of templates for each tenant. */
    @Transactional
    public Function<ActivationRequested, Message> of(Collection<ActivationRequested> requests) {
        var inForce = templates.of(requests);
        return request -> write(request, inForce.apply(request));
    }

    Message write(ActivationRequested request, ApprovalTemplate template) {
        String tenant = request.key().tenant();
        String group = request.key().group();
        String requester = request.key().principal();
        var placeholders =
                new Placeholders(
                        request,
                        Objects.requireNonNullElse(people.nameOfGroup(tenant, group), group),
                        Objects.requireNonNullElse(
                                people.nameOfPerson(tenant, requester), requester));
        String title = placeholders.fill(template.subject()).replaceAll("\\s+", " ");
        return new Message(
                cut(title, LONGEST_TITLE), cut(placeholders.fill(template.text()), LONGEST_TEXT));
    }

    /** It travels in an event and in mails: what somebody wrote as a justification may be long. */
    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
