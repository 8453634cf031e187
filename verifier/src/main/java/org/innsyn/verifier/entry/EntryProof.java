package org.innsyn.verifier.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.tree.Hash;

/**
 * An entry proof, read but not yet checked ({@code innsyn-entry-proof/1} in {@code docs/proof-format.md}).
 *
 * @param fields in the order of their names' bytes, each once
 * @param proof that the leaf data is in the log
 * @param enclosedKey the key the log published when the proof was made; nobody vouches for it
 */
public record EntryProof(List<Field> fields, TlogProof proof, String enclosedKey) {

    /** Copies, and holds the fields to their order: another order would be another spelling of the same entry. */
    public EntryProof {
        fields = List.copyOf(fields);
        for (int i = 1; i < fields.size(); i++) {
            if (Arrays.compareUnsigned(fields.get(i - 1).nameBytes(), fields.get(i).nameBytes()) >= 0) {
                throw new Malformed("the fields are not each there once, in the order of their names");
            }
        }
    }

    /**
     * @throws Rejected when the text is an entry proof, but not one that was ever made like this
     * @throws org.innsyn.verifier.Unusable when it is something else
     */
    public static EntryProof parse(String text) {
        return new EntryProofReader(text).read();
    }

    /** What the log holds for this entry. */
    public Hash leafData() {
        return LeafData.of(fields);
    }

    /** The value of a field that is shown. */
    public Optional<byte[]> opened(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .flatMap(field -> field instanceof Field.Open open ? Stream.of(open.value()) : Stream.empty())
                .findFirst();
    }

    /**
     * Checks everything there is to check.
     *
     * @throws Rejected when it does not hold: then nothing in it may be relied on
     */
    public ProvenEntry verify(Trust trust) {
        Hash leafData = leafData();
        try {
            return new ProvenEntry(this, leafData, proof.verify(leafData.bytes(), trust, enclosedKey));
        } catch (Malformed key) {
            throw new Rejected("key", Sentence.of(key.getMessage()));
        }
    }
}
