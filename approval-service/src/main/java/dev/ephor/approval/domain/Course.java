package dev.ephor.approval.domain;

import dev.ephor.events.ApprovalEvent.ApprovalGiven;
import dev.ephor.events.ApprovalEvent.Decision;
import dev.ephor.events.Policy;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an approval went through: what was asked for, and the stages that were opened.
 *
 * @param stages in order, never empty; the last is the one that waits or waited
 */
public record Course(ActivationRequested request, List<AskedStage> stages) {
    public Course {
        stages = List.copyOf(stages);
    }

    Course then(AskedStage next) {
        var all = new ArrayList<>(stages);
        all.add(next);
        return new Course(request, all);
    }

    Course change(UnaryOperator<AskedStage> current) {
        var all = new ArrayList<>(stages);
        all.set(all.size() - 1, current.apply(all.getLast()));
        return new Course(request, all);
    }

    /** The stage that waits, or that waited when it ended. */
    public AskedStage current() {
        return stages.getLast();
    }

    /** The current stage's rules, as they stood when the activation was asked for. */
    public Policy.Stage rules() {
        return request.policy().stages().get(current().number() - 1);
    }

    boolean isLastStage() {
        return current().number() == request.policy().stages().size();
    }

    /** The votes of all stages, in order. */
    public List<ApprovalGiven> given() {
        return stages.stream().flatMap(stage -> stage.given().stream()).toList();
    }

    Optional<ApprovalGiven> voteOf(String person) {
        return stages.stream().flatMap(stage -> stage.voteOf(person).stream()).findFirst();
    }

    /** The shortest window that somebody agreed to; null: nobody shortened it. */
    public @Nullable Duration shortest() {
        return given().stream()
                .map(ApprovalGiven::decision)
                .map(Decision::shortenedTo)
                .filter(Objects::nonNull)
                .min(Duration::compareTo)
                .orElse(null);
    }

    /** From when on it is too late to decide: the stage's time is up, or nothing would be left. */
    public Instant over() {
        Instant lapsesAt = current().opened().lapsesAt();
        return Window.lastChance(request, shortest())
                .filter(chance -> chance.isBefore(lapsesAt))
                .orElse(lapsesAt);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(over());
    }

    /**
     * Who never counts in the current stage: those who asked, and whoever counted in another stage.
     */
    Set<String> excluded() {
        var earlier = stages.subList(0, stages.size() - 1).stream();
        return excluded(request, earlier.flatMap(stage -> stage.voters().stream()));
    }

    static Set<String> excluded(ActivationRequested request, Stream<String> voters) {
        var askers = Stream.of(request.key().principal(), request.requestedBy());
        return Persons.of(Stream.concat(askers, voters).toList());
    }

    /** Whether somebody may know that the approval exists. */
    public boolean isVisibleTo(SignedIn person) {
        return isRequestedBy(person) || isAsked(person);
    }

    /** Whether somebody was asked in any stage. */
    boolean isAsked(SignedIn person) {
        return isOfTenant(person)
                && stages.stream().anyMatch(stage -> stage.asked().contains(person.principal()));
    }

    /** Whether somebody is the one who would hold the access, or asked for it in their place. */
    public boolean isRequestedBy(SignedIn person) {
        return isOfTenant(person)
                && (Persons.same(request.key().principal(), person.principal())
                        || Persons.same(request.requestedBy(), person.principal()));
    }

    public boolean isOfTenant(SignedIn person) {
        return request.key().tenant().equals(person.tenant());
    }
}
