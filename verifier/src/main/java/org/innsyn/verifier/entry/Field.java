package org.innsyn.verifier.entry;

import org.innsyn.verifier.encoding.Utf8;
import org.innsyn.verifier.tree.Hash;
import org.innsyn.verifier.tree.Sha256;

/** One named field of an entry, as its reader is shown it. */
public sealed interface Field {

    /** Its name. */
    String name();

    /** What stands for it in the entry's leaf data. */
    Hash digest();

    /** The name's bytes, which decide the order. */
    default byte[] nameBytes() {
        return Utf8.encode(name());
    }

    /**
     * A field that is shown.
     *
     * @param salt what keeps others from guessing the value from its digest
     * @param value its bytes; none when the entry has no such field
     */
    record Open(String name, Hash salt, byte[] value) implements Field {

        /** Copies. */
        public Open {
            value = value.clone();
        }

        @Override
        public byte[] value() {
            return value.clone();
        }

        @Override
        public Hash digest() {
            return Sha256.of(salt.bytes(), value);
        }
    }

    /** A field that is hidden: only its digest is known. */
    record Hidden(String name, Hash digest) implements Field {}
}
