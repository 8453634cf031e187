package org.innsyn.verifier.entry;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import org.innsyn.verifier.tree.Hash;
import org.innsyn.verifier.tree.Sha256;

/** The 32 bytes that stand for an entry in the log: the hash of its fields' names and digests. */
public final class LeafData {

    private LeafData() {}

    /** Fields are given in the order of their names' bytes. */
    public static Hash of(List<Field> fields) {
        MessageDigest digest = Sha256.digest();
        for (Field field : fields) {
            byte[] name = field.nameBytes();
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
            digest.update(name);
            digest.update(field.digest().bytes());
        }
        return new Hash(digest.digest());
    }
}
