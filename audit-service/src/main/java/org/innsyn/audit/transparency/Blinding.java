package org.innsyn.audit.transparency;

import java.nio.ByteBuffer;
import org.innsyn.platform.vault.VaultKey;

/** What hides a ledger's head in the tree of one epoch, and no other's. Dies with the ledger's key: then nobody can open the head any more. */
final class Blinding {

    private Blinding() {}

    /**
     * @param key the ledger's key for as long as it lives
     * @param generation of the log's name: epochs begin anew with it, and blindings must not
     */
    static byte[] of(VaultKey key, int generation, long epoch) {
        var place = generation == 1 ? ByteBuffer.allocate(8) : ByteBuffer.allocate(12).putInt(generation);
        return key.derive("innsyn-heads", place.putLong(epoch).array());
    }
}
