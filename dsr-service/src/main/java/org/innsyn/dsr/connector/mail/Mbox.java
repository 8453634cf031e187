package org.innsyn.dsr.connector.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes messages one after the other as mbox (RFC 4155) in its reversible form: a line of the message that begins with "From ", however
 * many {@code >} stand before it, gets one more. Lines end in LF. Flags stand in front of the message's own headers, as mail programs that
 * keep mbox files write them (Status, X-Status, X-Keywords).
 */
final class Mbox {

    private static final DateTimeFormatter ASCTIME = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;

    Mbox(OutputStream out) {
        this.out = out;
    }

    /** Begins a message; what is written to the result, up to its closing, is the message. */
    OutputStream begin(StoredMessage message) throws IOException {
        var received = message.receivedAt() == null ? Instant.EPOCH : message.receivedAt();
        text("From MAILER-DAEMON " + ASCTIME.format(received) + "\n");
        text("Status: " + (message.has("\\Seen") ? "RO" : "O") + "\n");
        String more = (message.has("\\Answered") ? "A" : "") + (message.has("\\Flagged") ? "F" : "")
                + (message.has("\\Draft") ? "T" : "") + (message.has("\\Deleted") ? "D" : "");
        if (!more.isEmpty()) {
            text("X-Status: " + more + "\n");
        }
        String keywords = String.join(" ", message.flags().stream().filter(flag -> flag.matches("[!-\\[\\]-~]+")).toList());
        if (!keywords.isEmpty()) {
            text("X-Keywords: " + keywords + "\n");
        }
        return new Lines();
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Ends lines in LF and quotes those that look like a beginning. */
    private final class Lines extends OutputStream {

        /** What may become a quoted line, while it may. */
        private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
        private boolean undecided = true;
        private boolean carriageReturn;
        private boolean endsInLine = true;
        private int matched;

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int end = offset + length;
            for (int i = offset; i < end; ) {
                if (!undecided && !carriageReturn) {
                    i = withinLine(bytes, i, end);
                }
                if (i < end) {
                    write(bytes[i++]);
                }
            }
        }

        /** The rest of a line as far as it is here, at once. @return where its end is, or that of what is here */
        private int withinLine(byte[] bytes, int from, int end) throws IOException {
            int to = from;
            while (to < end && bytes[to] != '\r' && bytes[to] != '\n') {
                to++;
            }
            if (to > from) {
                out.write(bytes, from, to - from);
                endsInLine = false;
            }
            return to;
        }

        @Override
        public void write(int value) throws IOException {
            if (carriageReturn && value != '\n') {
                carriageReturn = false;
                one('\r');
            }
            if (value == '\r') {
                carriageReturn = true;
            } else {
                carriageReturn = false;
                one(value);
            }
        }

        private void one(int value) throws IOException {
            endsInLine = value == '\n';
            if (!undecided) {
                out.write(value);
                undecided = endsInLine;
                return;
            }
            begun.write(value);
            if (matched == 0 && value == '>') {
                return;
            }
            if (value == FROM[matched]) {
                if (++matched == FROM.length) {
                    out.write('>');
                    decided(false);
                }
                return;
            }
            decided(endsInLine);
        }

        private void decided(boolean lineIsOver) throws IOException {
            begun.writeTo(out);
            begun.reset();
            matched = 0;
            undecided = lineIsOver;
        }

        @Override
        public void close() throws IOException {
            if (carriageReturn) {
                carriageReturn = false;
                one('\r');
            }
            begun.writeTo(out);
            out.write(endsInLine ? "\n".getBytes(StandardCharsets.US_ASCII) : "\n\n".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
