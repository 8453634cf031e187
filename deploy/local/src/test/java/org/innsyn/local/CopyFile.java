package org.innsyn.local;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;

/** A downloaded copy, opened as its receiver would. */
final class CopyFile {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    CopyFile(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream().toList()) {
                files.put(entry.getName(), file.getInputStream(entry).readAllBytes());
            }
        }
    }

    JsonNode manifest() {
        return StateFile.JSON.readTree(files.get("manifest.json"));
    }

    String text(String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** The SHA-256 of every file but the manifest and its signature, by path, as it really is. */
    Map<String, String> sums() throws NoSuchAlgorithmException {
        var sums = new LinkedHashMap<String, String>();
        for (var file : files.entrySet()) {
            if (!file.getKey().startsWith("manifest.json")) {
                sums.put(file.getKey(), HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.getValue())));
            }
        }
        return sums;
    }

    /** The SHA-256 of every file as the manifest states it. */
    Map<String, String> statedSums() {
        var sums = new LinkedHashMap<String, String>();
        manifest().get("files").forEach(file -> sums.put(file.get("path").asString(), file.get("sha256").asString()));
        return sums;
    }

    /** The rows of one table, values in the spelling of {@link CompanyRows}. */
    List<Map<String, String>> rows(String table) {
        var rows = new ArrayList<Map<String, String>>();
        StateFile.JSON.readTree(files.get("data/" + table + ".json")).forEach(node -> {
            var row = new LinkedHashMap<String, String>();
            node.properties().forEach(field -> row.put(field.getKey(), spelled(field.getValue())));
            rows.add(row);
        });
        return rows;
    }

    private static String spelled(JsonNode value) {
        if (value.isNull()) {
            return "null";
        }
        if (value.isNumber()) {
            return new BigDecimal(value.asString()).stripTrailingZeros().toPlainString();
        }
        try {
            return OffsetDateTime.parse(value.asString()).toInstant().toString();
        } catch (DateTimeParseException e) {
            return value.asString();
        }
    }
}
