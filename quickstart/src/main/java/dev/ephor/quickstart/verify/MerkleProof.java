package dev.ephor.quickstart.verify;

import java.util.Arrays;
import java.util.List;

/** The checks of RFC 9162 sections 2.1.3.2 and 2.1.4.2; numbers are unsigned. */
public final class MerkleProof {
    private MerkleProof() {}

    /** Whether a tree of that size and root has the leaf hash at that place. */
    public static boolean includes(
            long index, long size, byte[] leafHash, List<byte[]> proof, byte[] root) {
        if (Long.compareUnsigned(index, size) >= 0 || leafHash.length != Roots.LENGTH) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        byte[] r = leafHash;
        for (byte[] p : proof) {
            if (sn == 0 || p.length != Roots.LENGTH) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = Sha256.node(p, r);
                int up = (fn & 1) == 1 ? 0 : Long.numberOfTrailingZeros(fn);
                fn = shift(fn, up);
                sn = shift(sn, up);
            } else {
                r = Sha256.node(r, p);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 && Arrays.equals(r, root);
    }

    /** Whether the newer tree begins with the older one, which is not empty. */
    public static boolean extendsTo(
            long older, long newer, List<byte[]> proof, byte[] olderRoot, byte[] newerRoot) {
        if (older == 0 || Long.compareUnsigned(older, newer) > 0) {
            return false;
        }
        if (older == newer) {
            return proof.isEmpty() && Arrays.equals(olderRoot, newerRoot);
        }
        return !proof.isEmpty() && new Consistency(older, newer).holds(proof, olderRoot, newerRoot);
    }

    private static long shift(long number, int by) {
        return by >= Long.SIZE ? 0 : number >>> by;
    }

    private static final class Consistency {
        private final boolean startsWithOlderRoot;
        private long fn;
        private long sn;

        Consistency(long older, long newer) {
            int up = Long.numberOfTrailingZeros(~(older - 1));
            startsWithOlderRoot = Long.bitCount(older) == 1;
            fn = shift(older - 1, up);
            sn = shift(newer - 1, up);
        }

        boolean holds(List<byte[]> proof, byte[] olderRoot, byte[] newerRoot) {
            byte[] fr = startsWithOlderRoot ? olderRoot : proof.getFirst();
            byte[] sr = fr;
            for (byte[] c : startsWithOlderRoot ? proof : proof.subList(1, proof.size())) {
                if (sn == 0) {
                    return false;
                }
                if ((fn & 1) == 1 || fn == sn) {
                    fr = Sha256.node(c, fr);
                    sr = Sha256.node(c, sr);
                    int up = (fn & 1) == 1 ? 0 : Long.numberOfTrailingZeros(fn);
                    fn = shift(fn, up);
                    sn = shift(sn, up);
                } else {
                    sr = Sha256.node(sr, c);
                }
                fn >>>= 1;
                sn >>>= 1;
            }
            return sn == 0 && Arrays.equals(fr, olderRoot) && Arrays.equals(sr, newerRoot);
        }
    }
}
