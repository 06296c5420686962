package dev.ephor.quickstart.verify;

import java.util.ArrayDeque;
import java.util.Deque;

/** The root of a tree to which leaf hashes are added one after the other. */
final class Roots {
    static final int LENGTH = 32;

    /** Full subtrees, the newest first. */
    private final Deque<Subtree> subtrees = new ArrayDeque<>();

    private record Subtree(long leaves, byte[] root) {}

    void add(byte[] leafHash) {
        var joined = new Subtree(1, leafHash);
        while (!subtrees.isEmpty() && subtrees.peek().leaves() == joined.leaves()) {
            Subtree left = subtrees.pop();
            joined = new Subtree(2 * left.leaves(), Sha256.node(left.root(), joined.root()));
        }
        subtrees.push(joined);
    }

    byte[] root() {
        byte[] root = null;
        for (Subtree left : subtrees) {
            root = root == null ? left.root() : Sha256.node(left.root(), root);
        }
        return root == null ? Sha256.of() : root;
    }
}
