package org.innsyn.verifier.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.StrictBase64;
import org.innsyn.verifier.note.Checkpoint;
import org.innsyn.verifier.note.SignedNote;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.tree.ConsistencyProof;
import org.innsyn.verifier.tree.Hash;
import org.innsyn.verifier.tree.Sha256;

/**
 * Checks a report: its signature and files, every leaf of its run against the log's signed root, every row against its leaf, the figures
 * against the rows, and that the run holds the whole period.
 */
public final class ReportCheck {

    /** What the name of a key for reports adds to the name of its log. */
    private static final String KEY_NAME = "/reports";

    private final Trust trust;

    /** Checks with these keys. */
    public ReportCheck(Trust trust) {
        this.trust = trust;
    }

    /** Whether a ZIP says that it is a report, good or bad. */
    public static boolean isOne(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            return zip.getEntry(Run.LEAVES) != null || saysSo(zip, Manifest.PATH) || saysSo(zip, Manifest.NOTE);
        } catch (IOException | IllegalArgumentException toldLater) {
            return false;
        }
    }

    private static boolean saysSo(ZipFile zip, String path) throws IOException {
        var file = zip.getEntry(path);
        return file != null && new String(zip.getInputStream(file).readNBytes(200), StandardCharsets.UTF_8).contains(Manifest.FORMAT);
    }

    /**
     * @throws Rejected when anything in it is bad
     * @throws Unusable when it cannot be read
     */
    public CheckedReport check(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            return check(new Bundle(zip));
        } catch (ZipException | IllegalArgumentException broken) {
            throw new Rejected("zip", "A file in the ZIP cannot be unpacked: it was changed after it was made.");
        } catch (IOException broken) {
            throw new Rejected("zip", "A file in the ZIP ends too early or cannot be read.");
        }
    }

    private CheckedReport check(Bundle bundle) throws IOException {
        byte[] signed = bundle.bytes(Manifest.PATH);
        Manifest manifest = manifest(bundle);
        VerifierKey reportKey = reportKey(bundle, manifest, signed);
        bundle.compare(manifest);
        SignedNote note = note(bundle, "log/checkpoint");
        VerifierKey logKey = signer("log/checkpoint", note, manifest);
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (!reportKey.name().equals(checkpoint.origin() + KEY_NAME)) {
            throw new Rejected(Manifest.NOTE, "The report is signed for another log than the one it shows.");
        }
        if (!bundle.text("log/key").strip().equals(manifest.logKey())) {
            throw new Rejected("log/key", "It is another key than the manifest names.");
        }
        Optional<Long> earlier = earlier(bundle, manifest, checkpoint);
        Run run = new Run(bundle, manifest);
        run.check(checkpoint);
        return new CheckedReport(manifest.report(), manifest.from(), manifest.to(), run.first(), run.end(), manifest.counts(), manifest.files().size(), checkpoint, logKey,
                reportKey, trust.given().contains(reportKey), earlier);
    }

    private static Manifest manifest(Bundle bundle) throws IOException {
        try {
            return Manifest.parse(bundle.text(Manifest.PATH));
        } catch (Malformed broken) {
            throw new Rejected(Manifest.PATH, "The manifest breaks its format: " + broken.getMessage() + ".");
        }
    }

    /** Keys for reports that were given decide; only for want of any, the one that came along. */
    private VerifierKey reportKey(Bundle bundle, Manifest manifest, byte[] signed) throws IOException {
        try {
            VerifierKey enclosed = VerifierKey.parse(manifest.reportKey());
            List<VerifierKey> given = trust.given().stream().filter(key -> key.name().endsWith(KEY_NAME)).toList();
            SignedNote note = note(bundle, Manifest.NOTE);
            VerifierKey signer = note.signedBy(given.isEmpty() ? List.of(enclosed) : given);
            if (!note.text().equals("innsyn-report/1\n" + manifest.report() + "\n" + Sha256.of(signed) + "\n")) {
                throw new Rejected("text", "It signs another manifest than the one here.");
            }
            return signer;
        } catch (Malformed broken) {
            throw new Rejected(Manifest.NOTE, "It breaks the format: " + broken.getMessage() + ".");
        } catch (Rejected bad) {
            throw bad.where().equals(Manifest.NOTE) ? bad : bad.within(Manifest.NOTE);
        }
    }

    private static SignedNote note(Bundle bundle, String path) throws IOException {
        try {
            return SignedNote.parse(bundle.text(path));
        } catch (Malformed broken) {
            throw new Rejected(path, "It breaks the format: " + broken.getMessage() + ".");
        }
    }

    private VerifierKey signer(String path, SignedNote note, Manifest manifest) {
        try {
            return Checkpoint.signer(note, trust.keys(manifest.logKey()));
        } catch (Malformed broken) {
            throw new Rejected(path, "It breaks the format: " + broken.getMessage() + ".");
        } catch (Rejected bad) {
            throw bad.within(path);
        }
    }

    private Optional<Long> earlier(Bundle bundle, Manifest manifest, Checkpoint checkpoint) throws IOException {
        String path = "log/checkpoint-earlier";
        String proof = "log/consistency.json";
        if (!bundle.has(path) && !bundle.has(proof)) {
            return Optional.empty();
        }
        SignedNote note = note(bundle, path);
        signer(path, note, manifest);
        try {
            Checkpoint earlier = Checkpoint.parse(note.text());
            if (!(Json.parse(bundle.text(proof)) instanceof Json.Members members) || !Json.text(members, "format").equals("innsyn-report-consistency/1")
                    || Manifest.number(members, "earlier") != earlier.size() || Manifest.number(members, "size") != checkpoint.size()) {
                throw new Malformed("it is about other checkpoints than the ones here");
            }
            new ConsistencyProof(hashes(members, "path")).verify(earlier.size(), earlier.root(), checkpoint.size(), checkpoint.root());
            return Optional.of(earlier.size());
        } catch (Malformed broken) {
            throw new Rejected(proof, "It breaks the format: " + broken.getMessage() + ".");
        } catch (Rejected bad) {
            throw bad.within(proof);
        }
    }

    static List<Hash> hashes(Json.Members members, String name) {
        return Manifest.items(members, name).stream().map(item -> {
            if (item instanceof Json.Text(String written)) {
                return new Hash(StrictBase64.decode("a hash", written, Hash.LENGTH));
            }
            throw new Malformed("a hash is not text");
        }).toList();
    }
}
