package org.innsyn.platform.crypto;

import com.google.crypto.tink.subtle.Ed25519Verify;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A public key that signs or cosigns notes: {@code <name>+<hex key id>+<base64 of type and public key>}.
 *
 * @see <a href="https://c2sp.org/signed-note">C2SP signed-note</a>
 * @see <a href="https://c2sp.org/tlog-cosignature">C2SP tlog-cosignature</a>
 */
public final class NoteVerifierKey {

    private static final byte COSIGNATURE = 0x04;
    private static final int ID = 4;
    private static final int TIME = Long.BYTES;
    private static final int RAW = 32;

    private final String text;
    private final String name;
    private final byte[] id;
    private final byte[] material;

    /** @throws IllegalArgumentException when it is not such a key */
    public NoteVerifierKey(String text) {
        var parts = text.split("\\+", 3);
        if (parts.length != 3 || parts[0].isBlank()) {
            throw new IllegalArgumentException("a verifier key has the form name+id+base64");
        }
        this.text = text;
        this.name = parts[0];
        this.id = HexFormat.of().parseHex(parts[1]);
        this.material = Base64.getDecoder().decode(parts[2]);
        var expected = Sha256.of((name + "\n").getBytes(StandardCharsets.UTF_8), material);
        if (material.length != 1 + RAW || !Arrays.equals(id, Arrays.copyOf(expected, ID))) {
            throw new IllegalArgumentException("the verifier key's id does not belong to its key");
        }
    }

    public String name() {
        return name;
    }

    /** Whether cosignatures are made with it, and not the log's own signatures. */
    public boolean cosigns() {
        return material[0] == COSIGNATURE;
    }

    /** Whether a line of the note says that it is this key's. Checks no signature. */
    public boolean isNamedIn(String note) {
        return lines(note).anyMatch(this::names);
    }

    /**
     * The line of an answer with which this key cosigns the text.
     *
     * @param text what is cosigned, ending in a newline
     * @param answer signature lines of anybody
     * @return the line with its newline; empty when there is none, or none that is right
     */
    public Optional<String> cosignatureIn(String answer, String text) {
        return lines(answer).filter(this::names).filter(line -> cosigns(signature(line), text)).map(line -> line + "\n").findFirst();
    }

    private static java.util.stream.Stream<String> lines(String text) {
        return text.lines().filter(line -> line.startsWith("\u2014 "));
    }

    private boolean names(String line) {
        var parts = line.split(" ");
        return parts.length == 3 && parts[1].equals(name) && Arrays.equals(Arrays.copyOf(signature(line), ID), id);
    }

    private static byte[] signature(String line) {
        try {
            return Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
        } catch (IllegalArgumentException notBase64) {
            return new byte[ID];
        }
    }

    private boolean cosigns(byte[] signature, String text) {
        if (signature.length != ID + TIME + 2 * RAW) {
            return false;
        }
        long time = ByteBuffer.wrap(signature).getLong(ID);
        var message = "cosignature/v1\ntime " + time + "\n" + text;
        try {
            new Ed25519Verify(Arrays.copyOfRange(material, 1, 1 + RAW))
                    .verify(Arrays.copyOfRange(signature, ID + TIME, signature.length), message.getBytes(StandardCharsets.UTF_8));
            return time > 0;
        } catch (GeneralSecurityException forged) {
            return false;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
