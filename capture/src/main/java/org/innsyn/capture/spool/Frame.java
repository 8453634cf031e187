package org.innsyn.capture.spool;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * How a record lies in a segment: body length (4 bytes), number (8), CRC-32C of those twelve (4), the sealed body, CRC-32C of the body (4);
 * big-endian. The head has a sum of its own, so that a record that was cut off in the middle is told from one that was spoilt.
 */
final class Frame {

    static final int HEAD_BYTES = 16;
    static final int MORE_BYTES = HEAD_BYTES + 4;
    /** Longer than any event: what claims more is spoilt. */
    static final int LONGEST_BODY = 1024 * 1024;

    private Frame() {}

    static byte[] of(long number, byte[] body) {
        var frame = ByteBuffer.allocate(MORE_BYTES + body.length).putInt(body.length).putLong(number);
        frame.putInt(sum(frame.array(), 0, 12)).put(body).putInt(sum(body, 0, body.length));
        return frame.array();
    }

    /** Whether a whole head with a right sum stands there. */
    static boolean headAt(byte[] bytes, int at) {
        return at + HEAD_BYTES <= bytes.length && ByteBuffer.wrap(bytes).getInt(at + 12) == sum(bytes, at, 12) && length(bytes, at) >= 0
                && length(bytes, at) <= LONGEST_BODY;
    }

    static int length(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at);
    }

    static long number(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getLong(at + 4);
    }

    /** Where the record ends whose head stands there; may be beyond what there is. */
    static int end(byte[] bytes, int at) {
        return at + MORE_BYTES + length(bytes, at);
    }

    /** Whether the body's sum is right; the head's is, and all of it is there. */
    static boolean bodyAt(byte[] bytes, int at) {
        int length = length(bytes, at);
        return ByteBuffer.wrap(bytes).getInt(at + HEAD_BYTES + length) == sum(bytes, at + HEAD_BYTES, length);
    }

    static int sum(byte[] bytes, int from, int length) {
        var sum = new CRC32C();
        sum.update(bytes, from, length);
        return (int) sum.getValue();
    }
}
