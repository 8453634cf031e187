package org.innsyn.verifier.entry;

import java.util.ArrayList;
import java.util.List;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.encoding.Decimal;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.StrictBase64;
import org.innsyn.verifier.note.Checkpoint;
import org.innsyn.verifier.note.SignedNote;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.tree.Hash;
import org.innsyn.verifier.tree.InclusionProof;
import org.innsyn.verifier.tree.MerkleTree;

/**
 * A proof that something is in a log (C2SP {@code tlog-proof}).
 *
 * @param inclusion where in the log
 * @param note the checkpoint with its signatures
 * @param checkpoint what the note says
 */
public record TlogProof(InclusionProof inclusion, SignedNote note, Checkpoint checkpoint) {

    /** The first line of every proof. */
    public static final String HEADER = "c2sp.org/tlog-proof@v1";

    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int HIGHEST_TREE = 63;

    /**
     * @throws Malformed when it is not such a proof
     */
    public static TlogProof parse(String text) {
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw new Malformed("the proof has no checkpoint");
        }
        var note = SignedNote.parse(text.substring(blank + 2));
        return new TlogProof(inclusion(text.substring(0, blank)), note, Checkpoint.parse(note.text()));
    }

    private static InclusionProof inclusion(String text) {
        var lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (!lines.removeFirst().equals(HEADER)) {
            throw new Malformed("the proof does not begin with " + HEADER);
        }
        if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA)) {
            // Nobody signs this line, so nothing is made of it.
            StrictBase64.decode("the proof's extra data", lines.removeFirst().substring(EXTRA.length()));
        }
        if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX)) {
            throw new Malformed("the proof has no index");
        }
        long index = Decimal.parse("the proof's index", lines.removeFirst().substring(INDEX.length()));
        if (lines.size() > HIGHEST_TREE) {
            throw new Malformed("the proof has more hashes than any log needs");
        }
        return new InclusionProof(index, lines.stream().map(TlogProof::hash).toList());
    }

    private static Hash hash(String line) {
        return new Hash(StrictBase64.decode("a hash of the proof", line, Hash.LENGTH));
    }

    /**
     * Checks signature, origin, cosignatures and inclusion.
     *
     * @param leafData what is said to be in the log
     * @param enclosed the key that came with the proof, used when the reader brought none
     * @return the key that signed
     * @throws Rejected when one of them does not hold
     */
    public VerifierKey verify(byte[] leafData, Trust trust, String enclosed) {
        VerifierKey key = Checkpoint.signer(note, trust.keys(enclosed));
        trust.witnesses().require(note);
        Hash root = inclusion.root(MerkleTree.leaf(leafData), checkpoint.size());
        if (!root.equals(checkpoint.root())) {
            throw new Rejected("inclusion proof", "What this file says is not what stands at this place in the signed log.");
        }
        return key;
    }
}
