package org.innsyn.verifier.encoding;

import java.util.Base64;

/**
 * Base64 with padding (RFC 4648 section 4), in its one canonical spelling.
 *
 * <p>Lenient decoders accept several texts for the same bytes; then a proof could be changed and still be accepted.
 */
public final class StrictBase64 {

    private StrictBase64() {}

    /**
     * @param what names the text in the message of the exception
     * @throws Malformed when the text is not base64, or not the spelling an encoder would have chosen
     */
    public static byte[] decode(String what, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new Malformed(what + " is not base64");
        }
        if (!encode(bytes).equals(text)) {
            throw new Malformed(what + " is not base64 in its canonical spelling");
        }
        return bytes;
    }

    /**
     * @throws Malformed also when the text stands for more or fewer than {@code length} bytes
     */
    public static byte[] decode(String what, String text, int length) {
        byte[] bytes = decode(what, text);
        if (bytes.length != length) {
            throw new Malformed("%s has %d bytes instead of %d".formatted(what, bytes.length, length));
        }
        return bytes;
    }

    /** The canonical spelling. */
    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
