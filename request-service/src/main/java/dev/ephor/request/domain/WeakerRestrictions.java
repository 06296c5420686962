package dev.ephor.request.domain;

import dev.ephor.events.Policy;
import dev.ephor.events.Policy.Condition;
import dev.ephor.events.Policy.Hours;
import dev.ephor.events.Policy.Incompatible;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Separation of duties, conditions or hours that keep fewer out. */
final class WeakerRestrictions {
    private final Weakening weakening;

    private WeakerRestrictions(Weakening weakening) {
        this.weakening = weakening;
    }

    static void between(Policy before, Policy after, Weakening weakening) {
        var restrictions = new WeakerRestrictions(weakening);
        before.incompatible().forEach(was -> restrictions.incompatible(was, after.incompatible()));
        before.conditions().forEach(was -> restrictions.condition(was, after.conditions()));
        restrictions.hours(before.hours(), after.hours());
    }

    private void incompatible(Incompatible was, List<Incompatible> after) {
        Optional<Incompatible> same =
                after.stream().filter(other -> other.group().equals(was.group())).findFirst();
        if (same.isEmpty()) {
            weakening.when(true, "The group %s may be held beside it.".formatted(was.group()));
            return;
        }
        Incompatible is = same.get();
        boolean more = !new HashSet<>(was.exceptionBy()).containsAll(is.exceptionBy());
        weakening.when(
                more,
                "Others may allow to hold the group %s beside it than before."
                        .formatted(was.group()));
        if (!was.exceptionBy().isEmpty()) {
            weakening.longer(
                    "The exception for the group " + was.group(),
                    was.exceptionFor(),
                    is.exceptionFor());
        }
    }

    private void condition(Condition was, List<Condition> after) {
        weakening.when(
                after.stream().noneMatch(is -> isAsStrict(is, was)),
                "The attribute '%s' is looked at less strictly, or no more."
                        .formatted(was.attribute()));
    }

    private static boolean isAsStrict(Condition is, Condition was) {
        return is.attribute().equals(was.attribute())
                && (was.oneOf().isEmpty()
                        || !is.oneOf().isEmpty()
                                && new HashSet<>(was.oneOf()).containsAll(is.oneOf()))
                && isAsHigh(is.atLeast(), was.atLeast());
    }

    private static boolean isAsHigh(@Nullable Integer is, @Nullable Integer was) {
        return was == null || is != null && is >= was;
    }

    private void hours(@Nullable Hours before, @Nullable Hours after) {
        if (before == null) {
            return;
        }
        if (after == null) {
            weakening.when(true, "Activation is possible at any hour.");
            return;
        }
        weakening.when(
                !after.zone().equals(before.zone()),
                "The hours are those of %s instead of %s.".formatted(after.zone(), before.zone()));
        BitSet more = PossibleHours.minutes(after);
        more.andNot(PossibleHours.minutes(before));
        weakening.when(
                !more.isEmpty(),
                "Activation is possible in %d more minutes of the week."
                        .formatted(more.cardinality()));
    }
}
