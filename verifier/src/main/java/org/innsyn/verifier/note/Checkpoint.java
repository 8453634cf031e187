package org.innsyn.verifier.note;

import java.util.Collection;
import java.util.List;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.encoding.Decimal;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.StrictBase64;
import org.innsyn.verifier.tree.Hash;

/**
 * What a log signs (C2SP {@code tlog-checkpoint}).
 *
 * @param origin the log's name
 * @param size how many entries it held
 * @param root the RFC 6962 root over them
 */
public record Checkpoint(String origin, long size, Hash root) {

    /**
     * @param note the text of a note, ending in a newline; lines after the third are for others and ignored
     * @throws Malformed when it is not a checkpoint
     */
    public static Checkpoint parse(String note) {
        List<String> lines = List.of(note.split("\n", -1));
        if (lines.size() < 4 || lines.subList(0, lines.size() - 1).stream().anyMatch(String::isEmpty)) {
            throw new Malformed("a checkpoint has too few lines, or an empty one");
        }
        return new Checkpoint(
                lines.get(0),
                Decimal.parse("the checkpoint's size", lines.get(1)),
                new Hash(StrictBase64.decode("the checkpoint's root", lines.get(2), Hash.LENGTH)));
    }

    /**
     * Checks the signature, and that the signing key is the log's own: its name is the origin.
     *
     * @return the key that signed
     * @throws Rejected when either does not hold
     */
    public static VerifierKey signer(SignedNote note, Collection<VerifierKey> trusted) {
        VerifierKey key = note.signedBy(trusted);
        if (!parse(note.text()).origin().equals(key.name())) {
            throw new Rejected("origin", "The checkpoint is of another log than the one the key belongs to.");
        }
        return key;
    }
}
