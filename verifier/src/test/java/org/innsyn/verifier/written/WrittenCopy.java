package org.innsyn.verifier.written;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A customer's copy with its manifest. */
public final class WrittenCopy {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    public WrittenCopy with(String path, String content) {
        files.put(path, Bytes.utf8(content));
        return this;
    }

    public WrittenCopy without(String path) {
        files.remove(path);
        return this;
    }

    /** Lists what is there now. */
    public WrittenCopy withManifest(long accessLogEntries) {
        return withManifest("\"accessLogEntries\": " + accessLogEntries);
    }

    /** The same, of a log of which entries have ended with their time. */
    public WrittenCopy withManifest(long accessLogEntries, long accessLogEnded) {
        return withManifest("\"accessLogEntries\": " + accessLogEntries + ", \"accessLogEnded\": " + accessLogEnded);
    }

    private WrittenCopy withManifest(String accessLog) {
        String listed = files.entrySet().stream()
                .map(file -> "{\"path\": \"%s\", \"sizeBytes\": %d, \"sha256\": \"%s\"}"
                        .formatted(file.getKey(), file.getValue().length, HexFormat.of().formatHex(Bytes.sha256(file.getValue()))))
                .collect(Collectors.joining(", "));
        return with("manifest.json", "{\"format\": \"innsyn-copy/1\", " + accessLog + ", \"files\": [" + listed + "]}");
    }

    public Path writeTo(Path zip) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return zip;
    }
}
