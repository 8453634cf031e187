package org.innsyn.verifier.written;

import static org.innsyn.verifier.written.Bytes.sha256;

import java.util.ArrayList;
import java.util.List;

/** RFC 6962 section 2.1, written as it is defined: by recursion over lists of leaf hashes. */
public final class Rfc6962 {

    private Rfc6962() {}

    public static byte[] leaf(byte[] content) {
        return sha256(new byte[] {0}, content);
    }

    public static byte[] root(List<byte[]> leaves) {
        return switch (leaves.size()) {
            case 0 -> sha256();
            case 1 -> leaves.getFirst();
            default -> {
                int k = split(leaves.size());
                yield sha256(new byte[] {1}, root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
            }
        };
    }

    /** PATH(m, D[n]). */
    public static List<byte[]> path(int m, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        int k = split(leaves.size());
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, leaves.size());
        List<byte[]> path = m < k ? path(m, left) : path(m - k, right);
        path.add(m < k ? root(right) : root(left));
        return path;
    }

    /** PROOF(m, D[n]). */
    public static List<byte[]> consistency(int m, List<byte[]> leaves) {
        return m == 0 ? List.of() : consistency(m, leaves, true);
    }

    private static List<byte[]> consistency(int m, List<byte[]> leaves, boolean whole) {
        if (m == leaves.size()) {
            return new ArrayList<>(whole ? List.of() : List.of(root(leaves)));
        }
        int k = split(leaves.size());
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, leaves.size());
        List<byte[]> proof = m <= k ? consistency(m, left, whole) : consistency(m - k, right, false);
        proof.add(m <= k ? root(right) : root(left));
        return proof;
    }

    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
