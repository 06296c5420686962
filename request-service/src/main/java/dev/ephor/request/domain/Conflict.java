package dev.ephor.request.domain;

import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.Policy;
import dev.ephor.events.Policy.Incompatible;
import dev.ephor.events.Policy.Panel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A group that the principal holds, or is about to hold, and that does not go with the wanted one.
 *
 * @param name what people call it
 * @param rule of whichever of the two names the other
 */
record Conflict(String group, String name, Incompatible rule) {
    /** How long those wait for an answer who are asked for an exception alone. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    /** Whichever of the two names the other, and however the other is held. */
    static List<Conflict> of(Request request) {
        String wanted = request.key().group();
        Set<String> held = groups(request);
        var conflicts = new ArrayList<Conflict>();
        Map<String, String> names = request.circumstances().names();
        Policy policy = request.policy();
        if (policy != null) {
            policy.incompatible().stream()
                    .filter(other -> held.contains(other.group()))
                    .forEach(other -> conflicts.add(of(other.group(), names, other)));
        }
        for (PolicyDefined other : request.circumstances().others()) {
            other.policy().incompatible().stream()
                    .filter(rule -> held.contains(other.group()) && rule.group().equals(wanted))
                    .forEach(rule -> conflicts.add(of(other.group(), names, rule)));
        }
        return conflicts.stream().distinct().toList();
    }

    private static Conflict of(String group, Map<String, String> names, Incompatible rule) {
        return new Conflict(group, names.getOrDefault(group, group), rule);
    }

    private static Set<String> groups(Request request) {
        var groups = new HashSet<>(request.held().groups(request.asking().now()));
        var principal = request.circumstances().principal();
        if (principal != null) {
            groups.addAll(principal.memberOf());
        }
        groups.remove(request.key().group());
        return groups;
    }

    boolean canBeExcepted() {
        return !rule.exceptionBy().isEmpty();
    }

    /** The longest window of an exception; null: as the policy says. */
    @Nullable Duration longest() {
        return rule.exceptionFor();
    }

    /** Those who may allow it are asked before all others. */
    Policy.Stage stage() {
        var panel = new Panel("Exception for " + name, rule.exceptionBy(), 1);
        return new Policy.Stage(List.of(panel), List.of(), null, null, PATIENCE, null, true);
    }

    /** The reason is a sentence of its own, with a full stop or without. */
    String inWords() {
        String group = name.equals(this.group) ? name : name + " (" + this.group + ")";
        String reason = rule.reason() == null ? "" : ": " + rule.reason();
        String all = "%s is held already and does not go with this one%s".formatted(group, reason);
        return "The group " + all + (all.endsWith(".") ? "" : ".");
    }
}
