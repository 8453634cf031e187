package org.innsyn.verifier.entry;

import org.innsyn.verifier.note.Signed;
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.tree.Hash;

/**
 * An entry that stands in a log, as far as the key can be trusted.
 *
 * @param entry what was proved
 * @param leafData what the log holds for it
 * @param key the key that signed the checkpoint
 */
public record ProvenEntry(EntryProof entry, Hash leafData, VerifierKey key) {

    /** The checkpoint and who signed it. */
    public Signed signed() {
        return new Signed(key, entry.proof().note());
    }

    /** Whether the file brought another key than the one it was checked with. */
    public boolean namesAnotherKey() {
        return !key.toString().equals(entry.enclosedKey());
    }
}
