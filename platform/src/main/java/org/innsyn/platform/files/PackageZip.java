package org.innsyn.platform.files;

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

/** A ZIP written file by file, each with its sum. The same content gives the same bytes: files carry one time. */
public final class PackageZip {

    private final ZipOutputStream zip;
    private final LocalDateTime time;
    private final List<PackageFile> files = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();

    /** @param out gets the ZIP; stays open */
    public PackageZip(OutputStream out, Instant time) {
        this.zip = new ZipOutputStream(out);
        this.time = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    /**
     * Adds a file, and tells its size and sum.
     *
     * @param path of lower-case letters, digits and {@code . _ - /}; no part of it begins with a dot. {@code README.txt} is one, too
     * @throws IllegalArgumentException for a path that leads elsewhere, or twice to the same place
     */
    public PackageFile add(String path, Content content) throws IOException {
        if (!path.matches("README\\.txt|[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*") || !paths.add(path)) {
            throw new IllegalArgumentException("Not a new path within the package");
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
    public List<PackageFile> files() {
        return List.copyOf(files);
    }

    /** Writes the ZIP's directory; without it the file is none. */
    public void finish() throws IOException {
        zip.finish();
    }

    /** Writes one file; what it is given stays open. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }
}
