package org.innsyn.verifier.report;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.Utf8;
import org.innsyn.verifier.tree.Sha256;

/** The files of a report by their paths. */
final class Bundle {

    private static final int LARGEST_TEXT = 64 << 20;

    private final ZipFile zip;
    private final TreeMap<String, ZipEntry> byPath = new TreeMap<>();

    /** @throws Rejected when two files have one name */
    Bundle(ZipFile zip) {
        this.zip = zip;
        zip.stream().forEach(entry -> {
            if (byPath.put(entry.getName(), entry) != null) {
                throw new Rejected(entry.getName(), "The ZIP holds two files of this name.");
            }
        });
    }

    Set<String> paths() {
        return byPath.keySet();
    }

    boolean has(String path) {
        return byPath.containsKey(path);
    }

    InputStream open(String path) throws IOException {
        if (!has(path)) {
            throw new Rejected(path, "The file is not there.");
        }
        return new BufferedInputStream(zip.getInputStream(byPath.get(path)), 1 << 16);
    }

    byte[] bytes(String path) throws IOException {
        try (InputStream content = open(path)) {
            byte[] bytes = content.readNBytes(LARGEST_TEXT + 1);
            if (bytes.length > LARGEST_TEXT) {
                throw new Rejected(path, "The file is larger than such a file can be.");
            }
            return bytes;
        }
    }

    String text(String path) throws IOException {
        try {
            return Utf8.decode(path, bytes(path));
        } catch (Malformed notText) {
            throw new Rejected(path, "The file is not text.");
        }
    }

    /** @throws Rejected when a file is missing, was put in, or is another than the manifest lists */
    void compare(Manifest manifest) throws IOException {
        for (String path : byPath.keySet()) {
            if (!path.equals(Manifest.PATH) && !path.equals(Manifest.NOTE) && !manifest.files().containsKey(path)) {
                throw new Rejected(path, "The file is not in the manifest: it was put in later.");
            }
        }
        for (var file : manifest.files().entrySet()) {
            if (!has(file.getKey())) {
                throw new Rejected(file.getKey(), "The manifest lists the file and it is not there.");
            }
            MessageDigest digest = Sha256.digest();
            long size;
            try (var content = new DigestInputStream(open(file.getKey()), digest)) {
                size = content.transferTo(OutputStream.nullOutputStream());
            }
            if (size != file.getValue().sizeBytes() || !HexFormat.of().formatHex(digest.digest()).equals(file.getValue().sha256())) {
                throw new Rejected(file.getKey(), "The file is not the one the manifest lists: its SHA-256 or its size is another.");
            }
        }
    }
}
