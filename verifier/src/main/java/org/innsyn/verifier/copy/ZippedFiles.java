package org.innsyn.verifier.copy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.Unusable;

/** A copy as it was fetched. */
final class ZippedFiles implements CopyFiles {

    private final ZipFile zip;
    private final TreeMap<String, ZipEntry> byPath = new TreeMap<>();

    /**
     * @throws Unusable when it is no ZIP that can be read
     * @throws Rejected when two files have one name
     */
    ZippedFiles(Path file) throws IOException {
        this.zip = opened(file);
        try {
            zip.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> {
                if (byPath.put(entry.getName(), entry) != null) {
                    throw new Rejected(entry.getName(), "The ZIP holds two files of this name.");
                }
            });
        } catch (Rejected twice) {
            zip.close();
            throw twice;
        }
    }

    private static ZipFile opened(Path file) {
        try {
            return new ZipFile(file.toFile());
        } catch (IOException broken) {
            if (String.valueOf(broken.getMessage()).contains("encrypted entry")) {
                throw new Unusable("This ZIP is locked with a password. Open it with a program that knows AES, 7-Zip for example, and check the ZIP that lies in it.");
            }
            throw new Unusable("This is no ZIP file that can be read: " + broken.getMessage() + ". If it was downloaded, download it again.");
        }
    }

    @Override
    public Set<String> paths() {
        return byPath.keySet();
    }

    @Override
    public InputStream open(String path) throws IOException {
        return zip.getInputStream(byPath.get(path));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
