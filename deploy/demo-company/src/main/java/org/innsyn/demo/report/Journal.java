package org.innsyn.demo.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * {@code acknowledged.log}: one line for every event that was answered, written after the answer: its source, its id, how
 * many people it is about, the channel and what was answered. What stands here must be in the access log, exactly once.
 */
final class Journal implements AutoCloseable {

    private final FileChannel file;

    Journal(Path folder) {
        try {
            Files.createDirectories(folder);
            file = FileChannel.open(folder.resolve("acknowledged.log"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException problem) {
            throw new UncheckedIOException("The journal in " + folder + " cannot be written", problem);
        }
    }

    synchronized void acknowledge(String source, String id, int people, Channel channel, String answer) {
        String line = source + ' ' + id + ' ' + people + ' ' + channel.stored() + ' ' + answer + '\n';
        try {
            file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException problem) {
            throw new UncheckedIOException("The journal cannot be written", problem);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
