package org.innsyn.dsr.connector.link;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Watches a conversation: every question begins a new answer, and an answer that is too long or takes too long ends the conversation. */
final class AnswerGuard {

    private final Limits limits;
    private long askedNanos = System.nanoTime();
    private long received;

    AnswerGuard(Limits limits) {
        this.limits = limits;
    }

    private synchronized void asked() {
        askedNanos = System.nanoTime();
        received = 0;
    }

    private synchronized void received(int count) throws IOException {
        received += Math.max(0, count);
        if (received > limits.answerBytes()) {
            throw new AnswerRefused("the answer is longer than " + limits.answerBytes() + " bytes");
        }
        if (System.nanoTime() - askedNanos > limits.answer().toNanos()) {
            throw new AnswerRefused("the answer takes longer than " + limits.answer().toSeconds() + " seconds");
        }
    }

    InputStream watch(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int value = super.read();
                received(value < 0 ? 0 : 1);
                return value;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = super.read(bytes, offset, length);
                received(count);
                return count;
            }
        };
    }

    OutputStream watch(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int value) throws IOException {
                asked();
                out.write(value);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                asked();
                out.write(bytes, offset, length);
            }
        };
    }
}
