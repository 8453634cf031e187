package org.innsyn.verifier.heads;

import org.innsyn.verifier.note.Signed;
import org.innsyn.verifier.note.VerifierKey;

/**
 * A statement that agrees with the signed log, as far as the key can be trusted.
 *
 * @param statement what was proved
 * @param key the key that signed the checkpoint
 */
public record ProvenStatement(Statement statement, VerifierKey key) {

    /** The checkpoint and who signed it. */
    public Signed signed() {
        return new Signed(key, statement.proof().note());
    }

    /** Whether the file brought another key than the one it was checked with. */
    public boolean namesAnotherKey() {
        return !key.toString().equals(statement.enclosedKey());
    }
}
