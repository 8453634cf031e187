package org.innsyn.verifier.written;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    private static final String REQUEST = "0f3c0000-0000-4000-8000-000000000002";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** What it holds by path; may be changed. */
    public Map<String, byte[]> files() {
        return files;
    }

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

    /** Lists what is there now, and signs that. */
    public WrittenCopy signedBy(LogKey key, long accessLogEntries) {
        without("manifest.json.note");
        without("manifest.json");
        withManifest("\"request\": \"" + REQUEST + "\", \"copyKey\": \"" + key.verifierKey() + "\", \"accessLogEntries\": " + accessLogEntries);
        with("manifest.json", new String(files.get("manifest.json"), StandardCharsets.UTF_8).replace("innsyn-copy/1", "innsyn-copy/2"));
        return with("manifest.json.note", key.sign("innsyn-copy/2\n" + REQUEST + "\n" + Bytes.base64(Bytes.sha256(files.get("manifest.json"))) + "\n"));
    }

    /** As somebody unpacks it. */
    public Path unpackTo(Path folder) throws IOException {
        for (var file : files.entrySet()) {
            Files.createDirectories(folder.resolve(file.getKey()).getParent());
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
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
