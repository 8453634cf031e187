package org.innsyn.platform.crypto;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Counts and digests (SHA-256) what passes through to another stream. For one thread. */
public final class DigestingStream extends FilterOutputStream {

    private final MessageDigest digest = Sha256.start();
    private long sizeBytes;

    public DigestingStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        digest.update((byte) b);
        sizeBytes++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        digest.update(bytes, offset, length);
        sizeBytes += length;
    }

    /** How many bytes passed so far. */
    public long sizeBytes() {
        return sizeBytes;
    }

    /** The digest of everything, hex; to be asked once, at the end. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
