package dev.ephor.audit.tree;

import dev.ephor.audit.sealing.Chain;
import dev.ephor.audit.sealing.Hash;
import java.util.ArrayList;
import java.util.List;

/** RFC 6962 section 2.1 as it is written, over all leaves at once. */
final class NaiveTree {
    private NaiveTree() {}

    static Hash root(List<Hash> leaves) {
        if (leaves.size() < 2) {
            return leaves.isEmpty() ? Chain.emptyRoot() : leaves.getFirst();
        }
        int k = split(leaves);
        return Chain.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    static List<Hash> path(int m, List<Hash> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int k = split(leaves);
        List<Hash> left = leaves.subList(0, k);
        List<Hash> right = leaves.subList(k, leaves.size());
        return m < k ? then(path(m, left), root(right)) : then(path(m - k, right), root(left));
    }

    static List<Hash> proof(int m, List<Hash> leaves) {
        return subproof(m, leaves, true);
    }

    private static List<Hash> subproof(int m, List<Hash> leaves, boolean isOld) {
        if (m == leaves.size()) {
            return isOld ? List.of() : List.of(root(leaves));
        }
        int k = split(leaves);
        List<Hash> left = leaves.subList(0, k);
        List<Hash> right = leaves.subList(k, leaves.size());
        return m <= k
                ? then(subproof(m, left, isOld), root(right))
                : then(subproof(m - k, right, false), root(left));
    }

    private static int split(List<Hash> leaves) {
        return Integer.highestOneBit(leaves.size() - 1);
    }

    private static List<Hash> then(List<Hash> hashes, Hash last) {
        var all = new ArrayList<>(hashes);
        all.add(last);
        return all;
    }
}
