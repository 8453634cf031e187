package org.innsyn.verifier.copy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.tree.Sha256;

/** Checks a copy: its signature, the sums of its files, every proof in it, and that the access log's proofs have no gap. */
public final class CopyCheck {

    private static final String CHAIN = "access-log-proofs.jsonl";
    private static final String COMPLETENESS = "completeness.json";
    private static final String SINGLE = ".innsyn-proof.json";
    private static final int LARGEST_TEXT = 64 << 20;

    private final Trust trust;
    private final ManifestSignature signature;
    private final List<VerifierKey> copyKeys;
    private final Statements statements;

    /**
     * Checks with these keys.
     *
     * @param copyKeys keys for copies that were had elsewhere; with one, a copy that is not signed with it is bad
     * @param statements what is known from elsewhere of how many entries there are; what the copy says of it is added
     */
    public CopyCheck(Trust trust, List<VerifierKey> copyKeys, Statements statements) {
        this.trust = trust;
        this.copyKeys = List.copyOf(copyKeys);
        this.signature = new ManifestSignature(this.copyKeys);
        this.statements = statements;
    }

    /** Whether a key signs copies, not a log: its name ends in {@code /copies}. */
    public static boolean isCopyKey(VerifierKey key) {
        return ManifestSignature.isForCopies(key);
    }

    /**
     * @param place the ZIP, or the folder it was unpacked into
     * @throws Rejected when anything in the copy is bad
     * @throws Unusable when it is no ZIP, or holds nothing that can be checked
     */
    public CheckedCopy check(Path place) {
        try (CopyFiles files = java.nio.file.Files.isDirectory(place) ? new UnpackedFiles(place) : new ZippedFiles(place)) {
            return new Files(files).check();
        } catch (IOException broken) {
            throw new Unusable("It cannot be read: " + broken.getMessage() + ".");
        }
    }

    /** The files of one copy by their paths. */
    private final class Files {

        private final CopyFiles files;
        private Optional<ProvenEntry> newest = Optional.empty();
        private Optional<Coverage> coverage = Optional.empty();

        Files(CopyFiles files) {
            this.files = files;
        }

        CheckedCopy check() {
            Optional<Manifest> manifest = manifest();
            Optional<VerifierKey> signer = manifest.flatMap(this::signer);
            if (signer.isEmpty() && !copyKeys.isEmpty()) {
                throw new Rejected(Manifest.NOTE, "You named a key for copies, and nobody signed this one.");
            }
            manifest.ifPresent(this::compareSums);
            completeness();
            long ended = manifest.map(Manifest::accessLogEnded).orElse(0L);
            Optional<Long> chained = chain(manifest.map(Manifest::accessLogEntries).orElse(OptionalLong.empty()), ended);
            int single = single();
            if (manifest.isEmpty() && chained.isEmpty() && single == 0) {
                throw new Unusable("There is no manifest and there are no proofs: nothing in it can be checked.");
            }
            return new CheckedCopy(manifest.map(sums -> sums.sums().size()), signer, !copyKeys.isEmpty(), chained, ended, single, coverage, newest);
        }

        private boolean has(String path) {
            return files.paths().contains(path);
        }

        private Optional<Manifest> manifest() {
            if (!has(Manifest.PATH)) {
                return Optional.empty();
            }
            try {
                return Optional.of(Manifest.parse(text(Manifest.PATH)));
            } catch (Malformed broken) {
                throw new Rejected(Manifest.PATH, "The manifest breaks its format: " + broken.getMessage() + ".");
            }
        }

        private Optional<VerifierKey> signer(Manifest manifest) {
            return manifest.signature().map(expected -> {
                if (!has(Manifest.NOTE)) {
                    throw new Rejected(Manifest.NOTE, "The manifest says that it is signed, and the signature is not there.");
                }
                return signature.check(expected, bytes(Manifest.PATH), text(Manifest.NOTE));
            });
        }

        private void compareSums(Manifest manifest) {
            for (String path : files.paths()) {
                boolean signature = manifest.signature().isPresent() && path.equals(Manifest.NOTE);
                if (!path.equals(Manifest.PATH) && !signature && !manifest.sums().containsKey(path) && !files.isLitter(path)) {
                    throw new Rejected(path, "The file is not in the manifest: it was put in later.");
                }
            }
            for (var sum : manifest.sums().entrySet()) {
                if (!has(sum.getKey())) {
                    throw new Rejected(sum.getKey(), "The manifest lists the file and it is not there.");
                }
                if (!sha256(sum.getKey()).equals(sum.getValue())) {
                    throw new Rejected(sum.getKey(), "The file is not the one the manifest lists: its SHA-256 is another.");
                }
            }
        }

        private Optional<Long> chain(OptionalLong promised, long ended) {
            if (!has(CHAIN)) {
                return Optional.empty();
            }
            try (InputStream content = files.open(CHAIN)) {
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
            } catch (IOException broken) {
                throw unreadable(CHAIN);
            }
        }

        private void completeness() {
            if (has(COMPLETENESS)) {
                try {
                    statements.add(Statement.parse(text(COMPLETENESS)).verify(trust));
                } catch (Rejected bad) {
                    throw bad.within(COMPLETENESS);
                } catch (Unusable broken) {
                    throw new Rejected(COMPLETENESS, broken.getMessage());
                }
            }
        }

        private int single() {
            int count = 0;
            for (String path : files.paths()) {
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

        private String text(String path) {
            try {
                return Utf8.decode(path, bytes(path));
            } catch (Malformed broken) {
                throw new Rejected(path, "The file is not text.");
            }
        }

        private byte[] bytes(String path) {
            try (InputStream content = files.open(path)) {
                byte[] bytes = content.readNBytes(LARGEST_TEXT + 1);
                if (bytes.length > LARGEST_TEXT) {
                    throw new Rejected(path, "The file is larger than such a file can be.");
                }
                return bytes;
            } catch (IOException broken) {
                throw unreadable(path);
            }
        }

        private String sha256(String path) {
            MessageDigest digest = Sha256.digest();
            try (var content = new DigestInputStream(files.open(path), digest)) {
                content.transferTo(OutputStream.nullOutputStream());
            } catch (IOException broken) {
                throw unreadable(path);
            }
            return HexFormat.of().formatHex(digest.digest());
        }

        private static Rejected unreadable(String path) {
            return new Rejected(path, "The file cannot be read or not be unpacked: it was changed after it was made, or the disk is damaged.");
        }
    }
}
