package org.innsyn.verifier.encoding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text as UTF-8, without the silent replacement characters that make two files look the same. */
public final class Utf8 {

    private Utf8() {}

    /**
     * @param what names the bytes in the message of the exception
     * @throws Malformed when they are not UTF-8
     */
    public static String decode(String what, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Malformed(what + " is not UTF-8 text");
        }
    }

    /** The bytes of {@code text}. */
    public static byte[] encode(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
