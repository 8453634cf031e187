package org.innsyn.verifier.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.written.Rfc6962;
import org.innsyn.verifier.written.WrittenLog;
import org.junit.jupiter.api.Test;

/** Proofs made by the recursive definitions, followed by the iterative algorithms. */
class TreeProofsTest {

    private static final int LARGEST = 300;

    private final List<byte[]> leaves = new WrittenLog("trees").fill(LARGEST, new Random(6962)).leaves();

    private static List<Hash> hashes(List<byte[]> path) {
        return path.stream().map(Hash::new).toList();
    }

    private Hash root(int size) {
        return new Hash(Rfc6962.root(leaves.subList(0, size)));
    }

    @Test
    void every_inclusion_proof_of_every_tree_up_to_300_leaves_holds() {
        int proofs = 0;
        for (int size = 1; size <= LARGEST; size++) {
            Hash root = root(size);
            for (int index = 0; index < size; index++, proofs++) {
                var proof = new InclusionProof(index, hashes(Rfc6962.path(index, leaves.subList(0, size))));
                assertThat(proof.root(new Hash(leaves.get(index)), size)).as("entry %d of %d", index, size).isEqualTo(root);
            }
        }
        assertThat(proofs).isEqualTo(LARGEST * (LARGEST + 1) / 2);
    }

    @Test
    void an_inclusion_proof_holds_for_no_other_index_and_no_other_length() {
        for (int size = 2; size <= 40; size++) {
            for (int index = 0; index < size; index++) {
                List<Hash> path = hashes(Rfc6962.path(index, leaves.subList(0, size)));
                Hash leaf = new Hash(leaves.get(index));
                for (int other = 0; other < size; other++) {
                    if (other != index) {
                        assertThat(holds(new InclusionProof(other, path), leaf, size)).as("%d as %d of %d", index, other, size).isFalse();
                    }
                }
                assertThat(holds(new InclusionProof(index, path.subList(1, path.size())), leaf, size)).isFalse();
                assertThat(holds(new InclusionProof(index, path.subList(0, path.size() - 1)), leaf, size)).isFalse();
                var longer = new ArrayList<>(path);
                longer.add(leaf);
                assertThat(holds(new InclusionProof(index, longer), leaf, size)).isFalse();
            }
        }
    }

    private boolean holds(InclusionProof proof, Hash leaf, int size) {
        try {
            return proof.root(leaf, size).equals(root(size));
        } catch (Rejected rejected) {
            return false;
        }
    }

    @Test
    void a_tree_grows_consistently_between_any_two_sizes() {
        for (int later = 1; later <= 130; later++) {
            for (int earlier = 0; earlier <= later; earlier++) {
                new ConsistencyProof(hashes(Rfc6962.consistency(earlier, leaves.subList(0, later)))).verify(earlier, root(earlier), later, root(later));
            }
        }
    }

    @Test
    void a_rewritten_past_is_inconsistent() {
        var rewritten = new ArrayList<>(leaves.subList(0, 100));
        rewritten.set(3, leaves.get(200));
        for (int earlier = 4; earlier < 100; earlier++) {
            int size = earlier;
            var proof = new ConsistencyProof(hashes(Rfc6962.consistency(earlier, rewritten)));
            assertThatThrownBy(() -> proof.verify(size, root(size), 100, new Hash(Rfc6962.root(rewritten))))
                    .as("from %d to 100", earlier)
                    .isInstanceOf(Rejected.class);
        }
    }
}
