package org.innsyn.platform.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.crypto.SealedStream;
import org.innsyn.platform.crypto.SealingKey;

/**
 * Room on disk for what does not fit into memory while a file for somebody is written. Every draft is encrypted under a key that exists in memory
 * only, and its file has no name from the moment it is opened: whatever ends the process ends the draft.
 */
public final class Scratch {

    private static final byte[] PLACE = {};

    private final Path folder;
    private final RandomSource random;

    /** @param folder made, and closed to other users, when it is first needed */
    public Scratch(Path folder, RandomSource random) {
        this.folder = folder;
        this.random = random;
    }

    /** A new draft; gone when it is closed. */
    public Draft open() throws IOException {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        return new Draft(FileChannel.open(folder.resolve("draft-" + random.randomId()), options), new SealedStream(random.bytes(SealingKey.LENGTH)));
    }

    /** Something being written that is read once. */
    public static final class Draft implements AutoCloseable {

        private final FileChannel file;
        private final SealedStream seal;
        private final OutputStream out;

        private Draft(FileChannel file, SealedStream seal) throws IOException {
            this.file = file;
            this.seal = seal;
            this.out = new BufferedOutputStream(seal.seal(new StaysOpen(Channels.newOutputStream(file)), PLACE), 1 << 16);
        }

        /** Where it is written. */
        public OutputStream out() {
            return out;
        }

        /** Ends the draft and hands its content on. */
        public void moveTo(OutputStream target) throws IOException {
            out.close();
            file.position(0);
            try (var content = seal.open(Channels.newInputStream(file), PLACE)) {
                content.transferTo(target);
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
