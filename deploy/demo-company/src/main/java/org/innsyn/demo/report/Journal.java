package org.innsyn.demo.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

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

    synchronized void acknowledge(List<Outbox.Waiting> events, Channel channel, List<String> answers) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < events.size(); i++) {
            Outbox.Waiting event = events.get(i);
            lines.append(event.source()).append(' ').append(event.id()).append(' ')
                    .append(event.people()).append(' ').append(channel.stored()).append(' ').append(answers.get(i)).append('\n');
        }
        try {
            file.write(ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8)));
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
