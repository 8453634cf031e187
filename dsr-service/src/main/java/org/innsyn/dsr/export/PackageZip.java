package org.innsyn.dsr.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.innsyn.platform.crypto.DigestingStream;

/** A ZIP written file by file, each with its sum. The same content gives the same bytes: files carry the time of the decision. */
final class PackageZip {

    private final ZipOutputStream zip;
    private final LocalDateTime time;
    private final List<PackageFile> files = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();

    PackageZip(OutputStream out, Instant time) {
        this.zip = new ZipOutputStream(out);
        this.time = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    /**
     * Adds a file, and tells its size and sum.
     *
     * @param path of lower-case letters, digits and {@code . _ - /}; no part of it begins with a dot
     * @throws IllegalArgumentException for a path that leads elsewhere, or twice to the same place
     */
    PackageFile add(String path, Content content) throws IOException {
        if (!path.matches("[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*") || !paths.add(path)) {
            throw new IllegalArgumentException("Not a new path within the copy");
        }
        var entry = new ZipEntry(path);
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        var digest = new DigestingStream(new StaysOpen(zip));
        var buffered = new BufferedOutputStream(digest, 1 << 16);
        content.write(buffered);
        buffered.flush();
        zip.closeEntry();
        var file = new PackageFile(path, digest.sizeBytes(), digest.sha256());
        files.add(file);
        return file;
    }

    /** Every file so far. */
    List<PackageFile> files() {
        return List.copyOf(files);
    }

    /** Writes the ZIP's directory; without it the file is none. */
    void finish() throws IOException {
        zip.finish();
    }

    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }
}
