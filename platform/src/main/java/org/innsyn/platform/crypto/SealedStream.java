package org.innsyn.platform.crypto;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/**
 * Seals what is too large for memory: AES-256-GCM over segments of 1 MiB with a key derived for each stream (Tink's AES-GCM-HKDF
 * streaming construction).
 *
 * <p>Guarantees confidentiality and integrity of each segment, their order, and that the end is the end: a stream cut short does not
 * read as complete. Reading hands out a segment before the following ones are checked, so a reader must treat an {@link IOException}
 * as "nothing of this counts". Does not hide the length.
 */
public final class SealedStream {

    private static final int SEGMENT_BYTES = 1 << 20;

    private final StreamingAead aead;

    /** @param key 32 bytes */
    public SealedStream(byte[] key) {
        try {
            this.aead = new AesGcmHkdfStreaming(key, "HmacSha256", SealingKey.LENGTH, SEGMENT_BYTES, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key does not fit AES-256-GCM", e);
        }
    }

    /** What is written is sealed into {@code sealed}, bound to {@code associatedData}; complete once closed, which closes both. */
    public OutputStream seal(OutputStream sealed, byte[] associatedData) throws IOException {
        try {
            return aead.newEncryptingStream(sealed, associatedData);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /** Opens what {@link #seal} made with the same key and associated data; anything else ends in an {@link IOException}. */
    public InputStream open(InputStream sealed, byte[] associatedData) throws IOException {
        try {
            return aead.newDecryptingStream(sealed, associatedData);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("opening failed", e);
        }
    }
}
