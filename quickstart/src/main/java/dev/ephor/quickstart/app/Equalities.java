package dev.ephor.quickstart.app;

import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.server.filter.AndExpressionNode;
import de.captaingoldfish.scim.sdk.server.filter.AttributeExpressionLeaf;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.filter.OrExpressionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Filters that are made of `attribute eq "text"` alone; the others are left to the SCIM library.
 */
final class Equalities {
    /**
     * One comparison.
     *
     * @param attribute in lower case, such as `username` or `members.value`
     */
    record Equality(String attribute, String text) {}

    private enum Joined {
        BY_AND,
        BY_OR
    }

    private Equalities() {}

    /** The comparisons that must all hold, or nothing where the filter says anything else. */
    static Optional<List<Equality>> all(FilterNode filter) {
        List<Equality> found = new ArrayList<>();
        return collect(filter, Joined.BY_AND, found) ? Optional.of(found) : Optional.empty();
    }

    /** The comparisons of which one must hold, or nothing where the filter says anything else. */
    static Optional<List<Equality>> any(FilterNode filter) {
        List<Equality> found = new ArrayList<>();
        return collect(filter, Joined.BY_OR, found) ? Optional.of(found) : Optional.empty();
    }

    private static boolean collect(FilterNode filter, Joined joined, List<Equality> found) {
        return switch (filter) {
            case AttributeExpressionLeaf leaf -> collect(leaf, found);
            case AndExpressionNode and when joined == Joined.BY_AND ->
                    collect(and.getLeftNode(), joined, found)
                            && collect(and.getRightNode(), joined, found);
            case OrExpressionNode or when joined == Joined.BY_OR ->
                    collect(or.getLeftNode(), joined, found)
                            && collect(or.getRightNode(), joined, found);
            default -> false;
        };
    }

    private static boolean collect(AttributeExpressionLeaf leaf, List<Equality> found) {
        Optional<String> text = leaf.getStringValue();
        if (leaf.getComparator() != Comparator.EQ || text.isEmpty()) {
            return false;
        }
        found.add(new Equality(leaf.getFullName().toLowerCase(Locale.ROOT), text.get()));
        return true;
    }
}
