package org.innsyn.verifier.written;

import static org.innsyn.verifier.written.Bytes.base64;
import static org.innsyn.verifier.written.Bytes.join;
import static org.innsyn.verifier.written.Bytes.sha256;
import static org.innsyn.verifier.written.Bytes.uint32;
import static org.innsyn.verifier.written.Bytes.utf8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A report of two days, one purpose and three units, in a log that began before and goes on after: listed entries, ones outside the period and
 * the scope, erased ones, and trees of heads at its edges.
 */
public final class WrittenReport {

    private static final Set<String> SHOWN = Set.of("occurredAt", "recordedAt", "source", "actorKind", "unit", "role", "operation", "object", "categories",
            "purpose", "legalBasis", "verdict", "policyVersion", "held");
    private static final Set<String> JSON = Set.of("actorKind", "operation", "categories", "verdict", "held");
    private static final String ID = "0f3c0000-0000-4000-8000-000000000001";

    private final Random random;
    private final WrittenLog log = new WrittenLog("log.example/access");
    private final LogKey key = new LogKey("log.example/access/reports");
    private final List<byte[]> leaves = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private final int first;
    private final int end;
    private final int[] counts = new int[4];
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private int earlier;
    private int epoch;

    public WrittenReport(Random random) {
        this.random = random;
        log.fill(21, random);
        heads("2026-03-01T20:00:00Z");
        first = log.entries().size() - 1;
        add(3, join(uint16(log.entries().getLast().length), log.entries().getLast()));
        entry("2026-03-01T21:00:00Z", "support.case", "support", Set.of("recordedAt"));
        earlier = log.entries().size();
        heads("2026-03-01T22:00:00Z");
        add(3, join(uint16(log.entries().getLast().length), log.entries().getLast()));
        for (int i = 0; i < 9; i++) {
            entry("2026-03-0" + (2 + i / 5) + "T0" + i + ":00:00Z", "support.case", List.of("support", "billing", "").get(i % 3), null);
        }
        entry("2026-03-02T12:00:00Z", "billing.invoicing", "billing", Set.of("purpose"));
        log.fill(log.entries().size() + 1, random);
        add(4, log.entries().getLast());
        entry("2026-03-04T00:00:01Z", "support.case", "support", Set.of("recordedAt"));
        heads("2026-03-04T00:00:30Z");
        add(3, join(uint16(log.entries().getLast().length), log.entries().getLast()));
        end = log.entries().size();
        log.fill(end + 40, random);
        write();
    }

    public WrittenLog log() {
        return log;
    }

    public LogKey key() {
        return key;
    }

    /** Contents by path, to be forged. */
    public Map<String, byte[]> files() {
        return files;
    }

    private void heads(String at) {
        log.add(utf8(new WrittenHeads().with(7, new byte[16], 3, new byte[32]).leaf(++epoch, log.entries().size(), at)));
    }

    private static byte[] uint16(int number) {
        return new byte[] {(byte) (number >> 8), (byte) number};
    }

    private void add(int kind, byte[] content) {
        leaves.add(join(new byte[] {(byte) kind}, content));
        counts[kind == 3 ? 3 : kind == 4 ? 2 : kind - 1]++;
    }

    /** @param outside what is opened of an entry that is not listed; null for one that is */
    private void entry(String recordedAt, String purpose, String unit, Set<String> outside) {
        var entry = new WrittenEntry(random).with("recordedAt", utf8(recordedAt)).with("purpose", utf8(purpose)).with("unit", utf8(unit)).with("object", utf8("/customers/contact"))
                .with("source", utf8("urn:desk")).with("legalBasis", utf8("contract")).with("verdict", utf8("\"within-policy\"")).with("policyVersion", utf8("abc.1")).with("actorKind", utf8("\"staff\""));
        int index = log.add(entry.leafData());
        Set<String> shown = outside == null ? SHOWN : outside;
        var fields = entry.fields(Set.of());
        var hidden = entry.fields(fields.stream().map(WrittenField::name).filter(name -> !shown.contains(name)).collect(Collectors.toSet()));
        byte[] bytes = {(byte) fields.size()};
        var row = new StringBuilder("{\"index\":" + index);
        for (var field : hidden) {
            byte[] name = utf8(field.name());
            bytes = join(bytes, new byte[] {(byte) name.length}, name);
            if (field.digest() != null) {
                bytes = join(bytes, new byte[] {0}, Base64.getDecoder().decode(field.digest()));
            } else {
                byte[] value = Base64.getDecoder().decode(field.value());
                bytes = join(bytes, new byte[] {1}, Base64.getDecoder().decode(field.salt()), uint32(value.length), value);
                if (value.length > 0) {
                    String text = new String(value, java.nio.charset.StandardCharsets.UTF_8);
                    row.append(",\"").append(field.name()).append("\":").append(JSON.contains(field.name()) ? text : "\"" + text + "\"");
                }
            }
        }
        if (outside == null) {
            rows.add(row + ",\"log\":\"person\",\"person\":\"p-%d\",\"actor\":\"a-1\"%s}".formatted(index % 4, index % 2 == 0 ? ",\"recipient\":\"r-1\"" : ""));
        }
        add(outside == null ? 1 : 2, bytes);
    }

    private void write() {
        int size = log.entries().size();
        put("accesses.jsonl", WrittenLedger.file(rows));
        files.put("log/leaves.bin", join(utf8("innsyn-report-leaves/1\n"), join(leaves.toArray(byte[][]::new))));
        long recipients = rows.stream().filter(row -> row.contains("r-1")).count();
        put("figures.json", """
                {"format": "innsyn-report-figures/1", "entries": 9, "by": {
                 "purpose": [%s], "unit": [{"value": "", "entries": 3}, {"value": "billing", "entries": 3}, {"value": "support", "entries": 3}],
                 "category": [{"value": "billing", "entries": 9}, {"value": "contact-data", "entries": 9}], "recipient": [{"value": "r-1", "entries": %d}],
                 "source": [{"value": "urn:desk", "entries": 9}], "operation": [{"value": "read", "entries": 9}], "actorKind": [{"value": "staff", "entries": 9}],
                 "verdict": [{"value": "within-policy", "entries": 9}], "legalBasis": [{"value": "contract", "entries": 9}], "log": [{"value": "person", "entries": 9}]},
                 "others": {"purpose": 0, "unit": 0, "category": 0, "recipient": 0, "source": 0, "operation": 0, "actorKind": 0, "verdict": 0, "legalBasis": 0, "log": 0},
                 "days": [{"day": "2026-03-02", "entries": 5}, {"day": "2026-03-03", "entries": 4}]}""".formatted("{\"value\": \"support.case\", \"entries\": 9}", recipients));
        put("log/checkpoint", log.checkpoint());
        put("log/key", log.key().verifierKey() + "\n");
        put("log/range.json", "{\"format\": \"innsyn-report-range/1\", \"first\": %d, \"end\": %d, \"size\": %d, \"left\": [%s], \"right\": [%s]}"
                .formatted(first, end, size, hashes(parts(0, first, first)), hashes(parts(end, size, size))));
        put("log/checkpoint-earlier", log.checkpoint(earlier));
        put("log/consistency.json", "{\"format\": \"innsyn-report-consistency/1\", \"earlier\": %d, \"size\": %d, \"path\": [%s]}"
                .formatted(earlier, size, hashes(Rfc6962.consistency(earlier, log.leaves()))));
        put("findings.jsonl", "");
        put("report.pdf", "%PDF-1.7 to read\n");
        sign();
    }

    /** Complete subtrees as large as their places in a tree of {@code size} leaves let them be. */
    private List<byte[]> parts(int from, int to, int size) {
        var parts = new ArrayList<byte[]>();
        for (int at = from; at < to; ) {
            int most = Integer.highestOneBit(to - at);
            most = at == 0 ? most : Math.min(Integer.lowestOneBit(at), most);
            parts.add(Rfc6962.root(log.leaves().subList(at, at + most)));
            at += most;
        }
        return parts;
    }

    private static String hashes(List<byte[]> hashes) {
        return hashes.stream().map(hash -> "\"" + base64(hash) + "\"").collect(Collectors.joining(", "));
    }

    public WrittenReport put(String path, String content) {
        files.put(path, utf8(content));
        return this;
    }

    /** Lists and signs what is there now, as only the holder of the reports' key can. */
    public WrittenReport sign() {
        files.remove("manifest.json");
        files.remove("manifest.json.note");
        String listed = files.entrySet().stream().map(file -> "{\"path\": \"%s\", \"sizeBytes\": %d, \"sha256\": \"%s\"}"
                .formatted(file.getKey(), file.getValue().length, HexFormat.of().formatHex(sha256(file.getValue())))).collect(Collectors.joining(", "));
        put("manifest.json", """
                {"format": "innsyn-report/1", "report": "%s", "madeAt": "2026-03-04T01:00:00Z", "from": "2026-03-02T00:00:00Z", "to": "2026-03-04T00:00:00Z", "zone": "UTC", "language": "en",
                 "scope": {"units": [], "purposes": ["support.case"], "sources": [], "categories": []}, "logKey": "%s", "reportKey": "%s",
                 "counts": {"listed": %d, "outside": %d, "closed": %d, "other": %d}, "requests": "elsewhere", "files": [%s]}"""
                .formatted(ID, log.key().verifierKey(), key.verifierKey(), counts[0], counts[1], counts[2], counts[3], listed));
        return put("manifest.json.note", key.sign("innsyn-report/1\n" + ID + "\n" + base64(sha256(files.get("manifest.json"))) + "\n"));
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
