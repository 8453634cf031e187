package org.innsyn.witness;

import java.util.Arrays;
import java.util.List;
import org.innsyn.verifier.encoding.Decimal;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.StrictBase64;
import org.innsyn.verifier.encoding.Utf8;
import org.innsyn.verifier.note.Checkpoint;
import org.innsyn.verifier.note.SignedNote;
import org.innsyn.verifier.tree.ConsistencyProof;
import org.innsyn.verifier.tree.Hash;

/**
 * The body of {@code add-checkpoint}.
 *
 * @param oldSize which checkpoint the log believes was cosigned last
 * @param proof that the log only grew since
 * @param note the new checkpoint with its signatures
 * @param checkpoint what the note says, before anybody looked at its signatures
 */
record Request(long oldSize, ConsistencyProof proof, SignedNote note, Checkpoint checkpoint) {

    private static final String OLD = "old ";
    private static final int MOST_HASHES = 63;

    /** @throws Refused with status 400 when it is something else */
    static Request parse(byte[] body) {
        try {
            String text = Utf8.decode("the request", body);
            int blank = text.indexOf("\n\n");
            if (blank < 0 || !text.startsWith(OLD)) {
                throw new Malformed("the request does not begin with an old size, a proof and an empty line");
            }
            List<String> lines = Arrays.asList(text.substring(0, blank).split("\n", -1));
            if (lines.size() - 1 > MOST_HASHES) {
                throw new Malformed("the proof has more hashes than any log needs");
            }
            long oldSize = Decimal.parse("the old size", lines.getFirst().substring(OLD.length()));
            var hashes = lines.stream().skip(1).map(line -> new Hash(StrictBase64.decode("a hash of the proof", line, Hash.LENGTH))).toList();
            SignedNote note = SignedNote.parse(text.substring(blank + 2));
            return new Request(oldSize, new ConsistencyProof(hashes), note, Checkpoint.parse(note.text()));
        } catch (Malformed broken) {
            throw new Refused(Refused.BAD_REQUEST, broken.getMessage());
        }
    }
}
