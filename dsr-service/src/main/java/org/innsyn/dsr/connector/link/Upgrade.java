package org.innsyn.dsr.connector.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * How a conversation that begins in clear is encrypted before anything is said in it. Nothing that was said before counts afterwards: what a stranger could
 * have put there is thrown away with it.
 */
public enum Upgrade {
    /** RFC 3207. */
    SMTP("220 ready\r\n") {
        @Override
        void ask(InputStream in, OutputStream out) throws IOException {
            reply(in, "220");
            say(out, "EHLO [127.0.0.1]");
            reply(in, "250");
            say(out, "STARTTLS");
            reply(in, "220");
        }
    },
    /** RFC 9051 section 6.2.1. */
    IMAP("* OK ready\r\n") {
        @Override
        void ask(InputStream in, OutputStream out) throws IOException {
            if (!line(in).startsWith("* OK")) {
                throw notOffered();
            }
            say(out, "a STARTTLS");
            for (int lines = 0; lines < MOST_LINES; lines++) {
                String line = line(in);
                if (line.startsWith("a OK")) {
                    return;
                }
                if (!line.startsWith("* ")) {
                    throw notOffered();
                }
            }
            throw notOffered();
        }
    };

    private static final int MOST_LINES = 100;
    private static final int LONGEST_LINE = 2_000;

    private final String greeting;

    Upgrade(String greeting) {
        this.greeting = greeting;
    }

    /**
     * Has the other side begin with TLS.
     *
     * @throws AnswerRefused when it does not
     */
    abstract void ask(InputStream in, OutputStream out) throws IOException;

    /** What whoever speaks the protocol takes for the server's first words: nothing of what it said in clear. */
    byte[] greeting() {
        return greeting.getBytes(US_ASCII);
    }

    private static AnswerRefused notOffered() {
        return new AnswerRefused("it does not encrypt when it is asked to (STARTTLS)");
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(US_ASCII));
        out.flush();
    }

    /** Reads a reply of one or several lines (RFC 5321 section 4.2.1). */
    private static void reply(InputStream in, String code) throws IOException {
        for (int lines = 0; lines < MOST_LINES; lines++) {
            String line = line(in);
            if (!line.startsWith(code)) {
                throw notOffered();
            }
            if (!line.startsWith(code + "-")) {
                return;
            }
        }
        throw notOffered();
    }

    /** Byte by byte: what follows the last line belongs to TLS, or to nobody. */
    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > LONGEST_LINE) {
                throw notOffered();
            }
            line.write(next);
        }
        return line.toString(US_ASCII).stripTrailing();
    }
}
