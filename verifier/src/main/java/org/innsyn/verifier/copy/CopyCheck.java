package org.innsyn.verifier.copy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.Utf8;
import org.innsyn.verifier.entry.EntryProof;
import org.innsyn.verifier.entry.ProofLines;
import org.innsyn.verifier.entry.ProvenEntry;
import org.innsyn.verifier.heads.Coverage;
import org.innsyn.verifier.heads.Statement;
import org.innsyn.verifier.heads.Statements;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.tree.Sha256;

/** Checks a copy: the sums of its files, every proof in it, and that the access log's proofs have no gap. */
public final class CopyCheck {

    private static final String CHAIN = "access-log-proofs.jsonl";
    private static final String COMPLETENESS = "completeness.json";
    private static final String SINGLE = ".innsyn-proof.json";
    private static final int LARGEST_TEXT = 64 << 20;

    private final Trust trust;
    private final Statements statements;

    /**
     * Checks with these keys.
     *
     * @param statements what is known from elsewhere of how many entries there are; what the copy says of it is added
     */
    public CopyCheck(Trust trust, Statements statements) {
        this.trust = trust;
        this.statements = statements;
    }

    /**
     * @throws Rejected when anything in the copy is bad
     * @throws Unusable when it is no ZIP, or holds nothing that can be checked
     */
    public CheckedCopy check(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            return new Files(zip).check();
        } catch (IOException broken) {
            if (String.valueOf(broken.getMessage()).contains("encrypted entry")) {
                throw new Unusable("This ZIP is locked with a password. Open it with a program that knows AES, 7-Zip for example, and check the ZIP that lies in it.");
            }
            throw new Unusable("This is no ZIP file that can be read: " + broken.getMessage() + ". If it was downloaded, download it again.");
        }
    }

    /** The files of one copy by their paths. */
    private final class Files {

        private final ZipFile zip;
        private final TreeMap<String, ZipEntry> byPath = new TreeMap<>();
        private Optional<ProvenEntry> newest = Optional.empty();
        private Optional<Coverage> coverage = Optional.empty();

        Files(ZipFile zip) {
            this.zip = zip;
            zip.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> {
                if (byPath.put(entry.getName(), entry) != null) {
                    throw new Rejected(entry.getName(), "The ZIP holds two files of this name.");
                }
            });
        }

        CheckedCopy check() throws IOException {
            Optional<Manifest> manifest = manifest();
            if (manifest.isPresent()) {
                compareSums(manifest.get());
            }
            completeness();
            long ended = manifest.map(Manifest::accessLogEnded).orElse(0L);
            Optional<Long> chained = chain(manifest.map(Manifest::accessLogEntries).orElse(OptionalLong.empty()), ended);
            int single = single();
            if (manifest.isEmpty() && chained.isEmpty() && single == 0) {
                throw new Unusable("This ZIP holds no manifest and no proofs: there is nothing in it to check.");
            }
            return new CheckedCopy(manifest.map(sums -> sums.sums().size()), chained, ended, single, coverage, newest);
        }

        private Optional<Manifest> manifest() throws IOException {
            if (!byPath.containsKey(Manifest.PATH)) {
                return Optional.empty();
            }
            try {
                return Optional.of(Manifest.parse(text(Manifest.PATH)));
            } catch (Malformed broken) {
                throw new Rejected(Manifest.PATH, "The manifest breaks its format: " + broken.getMessage() + ".");
            }
        }

        private void compareSums(Manifest manifest) throws IOException {
            for (String path : byPath.keySet()) {
                if (!path.equals(Manifest.PATH) && !manifest.sums().containsKey(path)) {
                    throw new Rejected(path, "The file is not in the manifest: it was put in later.");
                }
            }
            for (var sum : manifest.sums().entrySet()) {
                if (!byPath.containsKey(sum.getKey())) {
                    throw new Rejected(sum.getKey(), "The manifest lists the file and it is not there.");
                }
                if (!sha256(sum.getKey()).equals(sum.getValue())) {
                    throw new Rejected(sum.getKey(), "The file is not the one the manifest lists: its SHA-256 is another.");
                }
            }
        }

        private Optional<Long> chain(OptionalLong promised, long ended) throws IOException {
            if (!byPath.containsKey(CHAIN)) {
                return Optional.empty();
            }
            try (InputStream content = open(CHAIN)) {
                var counted = statements.chain(ended);
                var lines = new ProofLines(trust, ended, counted);
                long length = lines.read(content);
                newest = lines.newest();
                if (promised.isPresent() && promised.getAsLong() - ended != length) {
                    throw new Rejected("proofs", "There are %,d proofs for the %,d entries the manifest tells of.".formatted(length, promised.getAsLong() - ended));
                }
                coverage = counted.coverage();
                if (promised.isEmpty() && coverage.filter(each -> each.missing() > 0).isPresent()) {
                    throw new Rejected("number", "The newest %,d entries are missing.".formatted(coverage.get().missing()));
                }
                return Optional.of(length);
            } catch (Rejected bad) {
                throw bad.within(CHAIN);
            }
        }

        private void completeness() throws IOException {
            if (byPath.containsKey(COMPLETENESS)) {
                try {
                    statements.add(Statement.parse(text(COMPLETENESS)).verify(trust));
                } catch (Rejected bad) {
                    throw bad.within(COMPLETENESS);
                } catch (Unusable broken) {
                    throw new Rejected(COMPLETENESS, broken.getMessage());
                }
            }
        }

        private int single() throws IOException {
            int count = 0;
            for (String path : byPath.keySet()) {
                if (path.endsWith(SINGLE)) {
                    try {
                        newest = Optional.of(EntryProof.parse(text(path)).verify(trust));
                    } catch (Rejected bad) {
                        throw bad.within(path);
                    } catch (Unusable broken) {
                        throw new Rejected(path, broken.getMessage());
                    }
                    count++;
                }
            }
            return count;
        }

        private String text(String path) throws IOException {
            try (InputStream content = open(path)) {
                byte[] bytes = content.readNBytes(LARGEST_TEXT + 1);
                if (bytes.length > LARGEST_TEXT) {
                    throw new Rejected(path, "The file is larger than such a file can be.");
                }
                return Utf8.decode(path, bytes);
            } catch (Malformed broken) {
                throw new Rejected(path, "The file is not text.");
            }
        }

        private String sha256(String path) throws IOException {
            MessageDigest digest = Sha256.digest();
            try (var content = new DigestInputStream(open(path), digest)) {
                content.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        }

        private InputStream open(String path) throws IOException {
            return zip.getInputStream(byPath.get(path));
        }
    }
}
