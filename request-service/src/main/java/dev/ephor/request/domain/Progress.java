package dev.ephor.request.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The milestones that were heard of. They come from several topics in any order, and some twice, so
 * this is a set: what it says does not depend on the order in which it was filled.
 */
public record Progress(List<Milestone> milestones) {
    private static final Comparator<Milestone> BY_TIME =
            Comparator.comparing(Milestone::at)
                    .thenComparing(Milestone::stage)
                    .thenComparing(m -> String.valueOf(m.where()))
                    .thenComparing(m -> String.valueOf(m.by()));

    public Progress {
        milestones = milestones.stream().sorted(BY_TIME).toList();
    }

    /** Takes a milestone in; of two of one stage and place the one that tells more stays. */
    Progress with(Milestone heard) {
        var all = new ArrayList<>(milestones);
        Optional<Milestone> known = find(heard);
        if (known.isPresent()) {
            boolean later = heard.at().isAfter(known.get().at());
            if (heard.at().equals(known.get().at()) || later != heard.stage().recurs()) {
                return this;
            }
            all.remove(known.get());
        }
        all.add(heard);
        return new Progress(all);
    }

    boolean has(Stage... stages) {
        return any(Arrays.asList(stages)::contains);
    }

    boolean any(Predicate<Stage> wanted) {
        return milestones.stream().map(Milestone::stage).anyMatch(wanted);
    }

    /** When the first of these stages was passed. */
    public Optional<Instant> at(Stage... stages) {
        return milestones.stream()
                .filter(m -> Arrays.asList(stages).contains(m.stage()))
                .map(Milestone::at)
                .findFirst();
    }

    /** The places of a stage. */
    List<String> places(Stage stage) {
        return milestones.stream()
                .filter(m -> m.stage() == stage)
                .flatMap(m -> Stream.ofNullable(m.where()))
                .toList();
    }

    /** The places that do not do what is wanted, and have not done it since. */
    List<String> stuckAt() {
        return places(Stage.STUCK).stream().filter(place -> !isDoneSinceStuck(place)).toList();
    }

    private boolean isDoneSinceStuck(String place) {
        Instant since = last(place, m -> m.stage() == Stage.STUCK).orElse(Instant.MAX);
        return last(place, m -> !m.stage().recurs()).filter(at -> at.isAfter(since)).isPresent();
    }

    private Optional<Instant> last(String place, Predicate<Milestone> wanted) {
        return milestones.reversed().stream()
                .filter(m -> place.equals(m.where()))
                .filter(wanted)
                .map(Milestone::at)
                .findFirst();
    }

    private Optional<Milestone> find(Milestone like) {
        return milestones.stream()
                .filter(m -> m.stage() == like.stage() && Objects.equals(m.where(), like.where()))
                .filter(m -> !m.stage().isPersonal() || Objects.equals(m.by(), like.by()))
                .findFirst();
    }
}
