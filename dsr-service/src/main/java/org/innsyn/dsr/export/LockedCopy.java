package org.innsyn.dsr.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.atomic.AtomicReference;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.AesVersion;
import net.lingala.zip4j.model.enums.CompressionMethod;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.innsyn.platform.files.StaysOpen;

/**
 * A copy inside a ZIP that opens with a password (AES-256, AE-2: what 7-Zip, WinZip and others read). The copy in it is the same byte for byte, so that what
 * it says of itself can be checked once it is taken out.
 */
public final class LockedCopy {

    private static final int PIECE = 1 << 16;

    private LockedCopy() {}

    /**
     * Encrypts while it is read, in constant memory. Ends with an {@link IOException} where the copy does.
     *
     * @param copy is closed with what is returned, or when it ends
     * @param sizeBytes its size
     * @param name what the copy is called inside
     */
    public static InputStream of(InputStream copy, long sizeBytes, String name, String password) throws IOException {
        var pipe = new PipedInputStream(PIECE);
        var out = new PipedOutputStream(pipe);
        var problem = new AtomicReference<IOException>();
        Thread.ofVirtual().name("locking-a-copy").start(() -> {
            try (copy; out) {
                try {
                    write(copy, sizeBytes, name, password, new StaysOpen(out));
                } catch (IOException e) {
                    problem.set(e); // Before the end is seen.
                }
            } catch (IOException readerIsGone) {
                // Nobody is left to be told.
            }
        });
        return new Locked(pipe, problem);
    }

    private static void write(InputStream copy, long sizeBytes, String name, String password, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out, password.toCharArray())) {
            var parameters = new ZipParameters();
            parameters.setFileNameInZip(name);
            parameters.setCompressionMethod(CompressionMethod.STORE); // It is compressed already.
            parameters.setEntrySize(sizeBytes);
            parameters.setEncryptFiles(true);
            parameters.setEncryptionMethod(EncryptionMethod.AES);
            parameters.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
            parameters.setAesVersion(AesVersion.TWO);
            zip.putNextEntry(parameters);
            copy.transferTo(zip);
            zip.closeEntry();
        }
    }

    /** What ended early is no file: its reader hears of it instead of getting a shorter one. */
    private static final class Locked extends InputStream {

        private final PipedInputStream pipe;
        private final AtomicReference<IOException> problem;

        Locked(PipedInputStream pipe, AtomicReference<IOException> problem) {
            this.pipe = pipe;
            this.problem = problem;
        }

        @Override
        public int read() throws IOException {
            return ended(pipe.read());
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return ended(pipe.read(bytes, offset, length));
        }

        private int ended(int read) throws IOException {
            if (read < 0 && problem.get() != null) {
                throw problem.get();
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            pipe.close();
        }
    }
}
