package org.innsyn.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.Utf8;
import org.innsyn.verifier.note.Checkpoint;
import org.innsyn.verifier.note.SignedNote;
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.tree.Hash;
import org.innsyn.verifier.tree.MerkleTree;
import org.innsyn.verifier.tree.Sha256;

/**
 * One log, and the newest checkpoint of it that was cosigned.
 *
 * <p>Guarantees that everything it ever cosigned lies on one line of growth: what it signs is on disk before anybody gets the signature,
 * and one request is looked at after the other.
 */
final class KnownLog {

    private final List<VerifierKey> keys;
    private final CosigningKey cosigner;
    private final Path file;
    private final Clock clock;
    private String newest;

    /**
     * @param keys the log's keys, all under its origin; several while it changes its key
     * @throws IOException when what was remembered cannot be read: without it nothing may be cosigned
     */
    KnownLog(List<VerifierKey> keys, CosigningKey cosigner, Path folder, Clock clock) throws IOException {
        this.keys = List.copyOf(keys);
        this.cosigner = cosigner;
        this.file = folder.resolve(hash(keys.getFirst().name()) + ".checkpoint");
        this.clock = clock;
        this.newest = Files.exists(file) ? Files.readString(file) : null;
        remembered();
    }

    /** What the log is called in the path under which its newest checkpoint is shown. */
    static String hash(String origin) {
        return HexFormat.of().formatHex(Sha256.of(Utf8.encode(origin)).bytes());
    }

    private Checkpoint remembered() throws IOException {
        if (newest == null) {
            return new Checkpoint(keys.getFirst().name(), 0, MerkleTree.EMPTY);
        }
        try {
            SignedNote note = SignedNote.parse(newest);
            if (cosigner.verifierKey().cosigned(note).isEmpty()) {
                throw new Malformed("it is not cosigned");
            }
            return Checkpoint.parse(note.text());
        } catch (Malformed | Rejected damaged) {
            throw new IOException(file + " is damaged (" + damaged.getMessage() + "). Without it this witness cannot tell what it signed; restore it.", damaged);
        }
    }

    /** The newest checkpoint with the signatures of log and witness. */
    synchronized Optional<String> newest() {
        return Optional.ofNullable(newest);
    }

    /**
     * The cosignature, on disk before it is returned.
     *
     * @throws Refused when the log did not sign this, or did not only grow
     * @throws IOException when it cannot be remembered: then nothing was signed
     */
    synchronized String cosign(Request request) throws IOException {
        List<String> signatures = signatures(request);
        Checkpoint next = request.checkpoint();
        if (request.oldSize() > next.size()) {
            throw new Refused(Refused.BAD_REQUEST, "the old size is larger than the new one");
        }
        Checkpoint last = remembered();
        if (request.oldSize() != last.size()) {
            throw new Refused(Refused.OTHER_SIZE, String.valueOf(last.size()));
        }
        Hash lastRoot = last.size() == 0 ? MerkleTree.EMPTY : last.root();
        try {
            request.proof().verify(last.size(), lastRoot, next.size(), next.root());
        } catch (Rejected inconsistent) {
            throw new Refused(Refused.INCONSISTENT, inconsistent.getMessage());
        }
        if (next.size() == 0 && !next.root().equals(MerkleTree.EMPTY)) {
            throw new Refused(Refused.INCONSISTENT, "the root of an empty log is another one");
        }
        String cosignature = cosigner.cosign(request.note().text(), clock.instant());
        String note = request.note().text() + "\n" + String.join("", signatures) + cosignature;
        Durable.write(file, note);
        newest = note;
        return cosignature;
    }

    /** The lines that are the log's, so that strangers' are not passed on. */
    private List<String> signatures(Request request) {
        try {
            request.note().signedBy(keys);
            return request.note().linesOf(keys);
        } catch (Rejected notTheirs) {
            throw new Refused(Refused.NOT_SIGNED, "no signature is from a key this witness knows for the log, or one of them is wrong");
        }
    }
}
