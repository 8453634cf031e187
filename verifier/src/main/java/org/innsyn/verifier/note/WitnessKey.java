package org.innsyn.verifier.note;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.Utf8;

/** The public key of a witness (C2SP {@code tlog-cosignature}, Ed25519): {@code <name>+<hex key id>+<base64>}. */
public final class WitnessKey {

    private static final byte COSIGNATURE = 0x04;
    private static final int LENGTH = Long.BYTES + 64;

    private final VerifierKey key;

    private WitnessKey(VerifierKey key) {
        this.key = key;
    }

    /**
     * @throws Malformed when it is no verifier key, or one of another type
     */
    public static WitnessKey parse(String text) {
        return new WitnessKey(VerifierKey.parse(text, COSIGNATURE, "the key is not one that cosigns with Ed25519"));
    }

    /** The name the witness signs with. */
    public String name() {
        return key.name();
    }

    /** The key under whatever name: one that goes by two names is one witness. */
    String material() {
        return key.toString().substring(key.toString().lastIndexOf('+'));
    }

    /**
     * When this witness saw the checkpoint as the newest of its log, by its own clock.
     *
     * @return empty when it did not sign; the latest time when it signed several times
     * @throws Rejected when a line names this witness and is not its signature
     */
    public Optional<Instant> cosigned(SignedNote note) {
        return note.claiming(key).stream().map(signature -> time(note, signature.bytes())).max(Instant::compareTo);
    }

    private Instant time(SignedNote note, byte[] timestamped) {
        if (timestamped.length == LENGTH) {
            long seconds = ByteBuffer.wrap(timestamped).getLong();
            String message = "cosignature/v1\ntime " + seconds + "\n" + note.text();
            if (seconds > 0 && key.verifies(Utf8.encode(message), Arrays.copyOfRange(timestamped, Long.BYTES, LENGTH))) {
                try {
                    return Instant.ofEpochSecond(seconds);
                } catch (DateTimeException beyondAllTimes) {
                    throw new Rejected("cosignature", "The witness " + name() + " signed a time that does not exist.");
                }
            }
        }
        throw new Rejected("cosignature", "A cosignature is not the one of the witness " + key.name() + "+" + key.id() + " under this checkpoint.");
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
