package org.innsyn.dsr.connector.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.innsyn.dsr.connector.link.AnswerRefused;

/**
 * Refuses a literal that announces more than may come (RFC 3501 section 4.3: <code>{size}</code> at the end of a line), before somebody
 * makes room for it.
 */
final class LiteralGuard extends FilterInputStream {

    private enum At {
        TEXT,
        NUMBER,
        CLOSED,
        CARRIAGE_RETURN
    }

    private final long most;
    private At at = At.TEXT;
    private long number;
    private long literalLeft;

    LiteralGuard(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            if (literalLeft > 0) {
                literalLeft--;
            } else {
                look((byte) value);
            }
        }
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        for (int i = 0; i < count; ) {
            int skip = (int) Math.min(literalLeft, count - i);
            literalLeft -= skip;
            i += skip;
            if (i < count && literalLeft == 0) {
                look(bytes[offset + i++]);
            }
        }
        return count;
    }

    private void look(byte value) throws IOException {
        if (value == '{') {
            at = At.NUMBER;
            number = 0;
        } else if (at == At.NUMBER && value >= '0' && value <= '9') {
            number = number * 10 + value - '0';
            if (number > most) {
                throw new AnswerRefused("the answer announces more than " + most + " bytes");
            }
        } else if (at == At.NUMBER && value == '}') {
            at = At.CLOSED;
        } else if (at == At.CLOSED && value == '\r') {
            at = At.CARRIAGE_RETURN;
        } else {
            if (at == At.CARRIAGE_RETURN && value == '\n') {
                literalLeft = number;
            }
            at = At.TEXT;
        }
    }
}
