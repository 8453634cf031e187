package org.innsyn.audit.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import org.innsyn.verifier.tree.ConsistencyProof;
import org.innsyn.verifier.tree.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTreeTest {

    /** The eight leaves that Certificate Transparency's implementations are tested with. */
    private static final List<byte[]> VECTOR = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .stream().map(HexFormat.of()::parseHex).toList();

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void the_root_is_the_one_of_rfc_6962(int size, String root) {
        assertThat(HexFormat.of().formatHex(new MerkleTree(stored(VECTOR)).root(size))).isEqualTo(root);
    }

    @Test
    void every_path_leads_to_the_root_also_across_tiles() {
        var leaves = LongStream.range(0, 1_100).mapToObj(i -> java.nio.ByteBuffer.allocate(8).putLong(i).array()).toList();
        var tree = new MerkleTree(stored(leaves));
        for (long size : new long[] {1, 2, 3, 7, 255, 256, 257, 511, 512, 513, 1_000, 1_024, 1_100}) {
            var root = naive(leaves.subList(0, (int) size));
            assertThat(tree.root(size)).as("root of " + size).isEqualTo(root);
            for (long index = 0; index < size; index += Math.max(1, size / 37)) {
                assertThat(climb(MerkleTree.leafHash(leaves.get((int) index)), index, size, tree.inclusion(index, size))).as(index + " of " + size).isEqualTo(root);
            }
        }
    }

    @Test
    void a_tree_that_remembers_leads_to_the_same_root_and_reads_each_tile_once() {
        var leaves = LongStream.range(0, 66_000).mapToObj(i -> java.nio.ByteBuffer.allocate(8).putLong(i).array()).toList();
        var stored = stored(leaves);
        for (int size : new int[] {1, 255, 257, 1_100, 65_537, 66_000}) {
            var root = naive(leaves.subList(0, size));
            var read = new ArrayList<String>();
            var tree = new RememberingTree((level, from, count) -> {
                read.add(level + "/" + from);
                return stored.of(level, from, count);
            }, size);
            for (int index = 0; index < size; index += Math.max(1, size / 97)) {
                assertThat(climb(MerkleTree.leafHash(leaves.get(index)), index, size, tree.inclusion(index, size))).as(index + " of " + size).isEqualTo(root);
            }
            assertThat(read).doesNotHaveDuplicates().allMatch(place -> Long.parseLong(place.substring(2)) % 256 == 0);
        }
    }

    @Test
    void every_size_is_proved_to_have_grown_from_every_smaller_one() {
        var leaves = LongStream.range(0, 600).mapToObj(i -> java.nio.ByteBuffer.allocate(8).putLong(i).array()).toList();
        var tree = new MerkleTree(stored(leaves));
        for (long to : new long[] {0, 1, 2, 3, 8, 13, 256, 257, 511, 512, 600}) {
            for (long from = 0; from <= to; from += Math.max(1, to / 29)) {
                var proof = new ConsistencyProof(tree.consistency(from, to).stream().map(Hash::new).toList());
                proof.verify(from, new Hash(tree.root(from)), to, new Hash(tree.root(to)));
            }
        }
    }

    /** RFC 9162 section 2.1.3.2. */
    static byte[] climb(byte[] leafHash, long index, long size, List<byte[]> path) {
        long fn = index;
        long sn = size - 1;
        byte[] hash = leafHash;
        for (var sibling : path) {
            if (sn == 0) {
                return new byte[0];
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = MerkleTree.nodeHash(sibling, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = MerkleTree.nodeHash(hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 ? hash : new byte[0];
    }

    private static byte[] naive(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return MerkleTree.leafHash(leaves.getFirst());
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return MerkleTree.nodeHash(naive(leaves.subList(0, split)), naive(leaves.subList(split, leaves.size())));
    }

    private static MerkleTree.Hashes stored(List<byte[]> leaves) {
        return (level, from, count) -> {
            var hashes = new ArrayList<byte[]>();
            for (long i = from; i < from + count; i++) {
                int width = 1 << (8 * level);
                hashes.add(naive(leaves.subList((int) (i * width), (int) ((i + 1) * width))));
            }
            return hashes;
        };
    }
}
