package org.innsyn.audit.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The few things a journal asks of a file system. */
public interface Disk {

    /** A file that is being appended to. */
    interface Appender extends AutoCloseable {

        /** Writes all of it. */
        void write(byte[] bytes) throws IOException;

        /** Returns once everything that was written, and the file's length, is on the disk. */
        void force() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** @param isNew made now, readable by the service's user alone; otherwise it must be there */
    Appender append(Path file, boolean isNew) throws IOException;

    /** Returns once the folder's list of files is on the disk. */
    void forceFolder(Path folder) throws IOException;

    /** The real one. */
    static Disk real() {
        return new Disk() {
            @Override
            public Appender append(Path file, boolean isNew) throws IOException {
                var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                var channel = isNew
                        ? FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.APPEND), ownerOnly)
                        : FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
                return new ChannelAppender(channel);
            }

            @Override
            public void forceFolder(Path folder) throws IOException {
                try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                    directory.force(true);
                }
            }
        };
    }

    /** Appends through a channel. */
    record ChannelAppender(FileChannel channel) implements Appender {
        @Override
        public void write(byte[] bytes) throws IOException {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(true);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
