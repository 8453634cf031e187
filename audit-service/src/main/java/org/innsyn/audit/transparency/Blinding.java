package org.innsyn.audit.transparency;

import java.nio.ByteBuffer;
import org.innsyn.platform.vault.VaultKey;

/** What hides a ledger's head in the tree of one epoch, and no other's. Dies with the ledger's key: then nobody can open the head any more. */
final class Blinding {

    private Blinding() {}

    /** @param key the ledger's key for as long as it lives */
    static byte[] of(VaultKey key, long epoch) {
        return key.derive("innsyn-heads", ByteBuffer.allocate(8).putLong(epoch).array());
    }
}
