package dev.ephor.request.application;

import dev.ephor.events.CatalogEvent;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.MembershipKey;
import dev.ephor.request.application.Configuration.Eligible;
import dev.ephor.request.application.KeepConfiguration.Kept;
import dev.ephor.request.domain.Eligibility;
import dev.ephor.request.domain.Weakening;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How what is wanted deviates from what stands. */
record Deviation(List<Change<CatalogEvent>> catalog, List<Change<Eligibility>> eligibilities) {

    /**
     * Compares.
     *
     * @param tenant whose things alone are compared; null: those of all
     * @param now eligibilities that ended before it are not begun again
     * @param ids for those that are new
     */
    static Deviation of(
            KeepConfiguration kept,
            Configuration wanted,
            @Nullable String tenant,
            Instant now,
            Supplier<String> ids) {
        Map<String, CatalogEvent> things =
                wanted.catalog().stream()
                        .collect(
                                Collectors.toMap(
                                        CatalogEvent::partitionKey,
                                        Function.identity(),
                                        (_, last) -> last,
                                        LinkedHashMap::new));
        Map<MembershipKey, Kept<Eligibility>> eligible =
                only(kept.eligibilities(), key -> isOf(tenant, key.tenant()));
        return new Deviation(
                Change.between(only(kept.catalog(), key -> isOf(tenant, tenantOf(key))), things),
                Change.between(
                        eligible, named(wanted, eligible, kept.eligibleByRequest(), now, ids)));
    }

    /** The second part of a partition key, whatever it is of. */
    private static String tenantOf(String partitionKey) {
        return partitionKey.split("/", 3)[1];
    }

    private static boolean isOf(@Nullable String tenant, String other) {
        return tenant == null || tenant.equals(other);
    }

    private static <K, T> Map<K, T> only(Map<K, T> all, Predicate<K> wanted) {
        var some = new HashMap<>(all);
        some.keySet().removeIf(wanted.negate());
        return some;
    }

    /** What stands keeps its id; what is new gets one; what is over does not begin again. */
    private static Map<MembershipKey, Eligibility> named(
            Configuration wanted,
            Map<MembershipKey, Kept<Eligibility>> standing,
            Set<MembershipKey> byRequest,
            Instant now,
            Supplier<String> ids) {
        var named = new LinkedHashMap<MembershipKey, Eligibility>();
        for (Eligible each : wanted.eligibilities()) {
            Kept<Eligibility> known = standing.get(each.key());
            Eligibility before = known == null ? null : known.value();
            boolean isOver = each.end() != null && !each.end().isAfter(now);
            if (before != null || !isOver && !byRequest.contains(each.key())) {
                String id = before == null ? ids.get() : before.id();
                named.put(each.key(), new Eligibility(id, each.key(), each.start(), each.end()));
            }
        }
        return named;
    }

    List<Difference> differences() {
        return Stream.concat(
                        catalog.stream().map(change -> difference("", change)),
                        eligibilities.stream().map(change -> difference("eligibility/", change)))
                .toList();
    }

    private static <T> Difference difference(String kind, Change<T> change) {
        T before = change.before();
        T after = change.after();
        return new Difference(
                before == null
                        ? Difference.Kind.NEW
                        : after == null ? Difference.Kind.REMOVED : Difference.Kind.CHANGED,
                kind + change.key(),
                change.drifted(),
                before == null || after == null ? List.of() : Members.between(before, after),
                before instanceof PolicyDefined was && after instanceof PolicyDefined is
                        ? Weakening.between(was, is)
                        : List.of());
    }
}
