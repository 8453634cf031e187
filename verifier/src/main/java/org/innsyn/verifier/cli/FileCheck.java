package org.innsyn.verifier.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.copy.CheckedCopy;
import org.innsyn.verifier.copy.CopyCheck;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.Utf8;
import org.innsyn.verifier.entry.EntryProof;
import org.innsyn.verifier.entry.ProofLines;
import org.innsyn.verifier.entry.ProvenEntry;
import org.innsyn.verifier.entry.TlogProof;
import org.innsyn.verifier.heads.ProvenStatement;
import org.innsyn.verifier.heads.Statement;
import org.innsyn.verifier.heads.Statements;
import org.innsyn.verifier.note.SignedNote;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.receipt.ReceiptCheck;
import org.innsyn.verifier.report.ReportCheck;

/** Tells what kind of file it is given, and checks it. */
final class FileCheck {

    private static final int LARGEST_PROOF = 16 << 20;

    private final Trust trust;
    private final List<VerifierKey> copyKeys;
    private final Optional<byte[]> leaf;
    private final Statements statements;

    private final CheckpointFiles signed;
    private final List<SignedNote> checkpoints = new ArrayList<>();

    /**
     * @param copyKeys keys for copies
     * @param hasLog whether a log is checked afterwards, which brings its key
     */
    FileCheck(Trust trust, List<VerifierKey> copyKeys, Optional<byte[]> leaf, boolean hasLog) {
        this.trust = trust;
        this.copyKeys = copyKeys;
        this.leaf = leaf;
        this.statements = new Statements(trust);
        this.signed = new CheckpointFiles(trust, hasLog);
    }

    /** The checkpoints under everything that was found good: what a log must have grown from. */
    List<SignedNote> checkpoints() {
        return checkpoints;
    }

    /** Statements first: entries are held against them. The answers come in the order of the files. */
    List<Answer> check(List<String> files) {
        var answers = new HashMap<String, Answer>();
        files.stream().filter(this::isStatement).forEach(file -> answers.computeIfAbsent(file, this::check));
        return files.stream().map(file -> answers.computeIfAbsent(file, this::check)).toList();
    }

    private boolean isStatement(String file) {
        try {
            Path path = Path.of(file);
            return !file.endsWith(".jsonl") && Files.isRegularFile(path) && Files.size(path) <= LARGEST_PROOF && !isZip(path) && Statement.isOne(text(path));
        } catch (IOException | InvalidPathException | Unusable toldLater) {
            return false;
        }
    }

    private Answer check(String file) {
        try {
            return read(file, Path.of(file));
        } catch (Rejected bad) {
            return Answer.badFile(file, bad);
        } catch (Unusable unusable) {
            return Answer.unusable(file, unusable);
        } catch (IOException | InvalidPathException unreadable) {
            return Answer.unusable(file, new Unusable("The file cannot be read: " + unreadable.getMessage() + "."));
        }
    }

    private Answer read(String file, Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return copy(file, new CopyCheck(trust, copyKeys, statements).check(path));
        }
        if (!Files.isRegularFile(path)) {
            throw new Unusable("There is no such file.");
        }
        if (isZip(path) && ReportCheck.isOne(path)) {
            return ReportWords.answer(file, new ReportCheck(trust).check(path), trust);
        }
        if (isZip(path)) {
            return copy(file, new CopyCheck(trust, copyKeys, statements).check(path));
        }
        if (file.endsWith(".jsonl")) {
            return chain(file, path);
        }
        if (Files.size(path) > LARGEST_PROOF) {
            throw new Unusable("The file is too large for a proof.");
        }
        String text = text(path);
        if (ReceiptCheck.isOne(text)) {
            return ReceiptWords.answer(file, new ReceiptCheck(copyKeys).check(text));
        }
        Optional<SignedNote> checkpoint = CheckpointFiles.read(text);
        if (checkpoint.isPresent()) {
            checkpoints.add(checkpoint.get());
            return signed.check(file, checkpoint.get());
        }
        if (Statement.isOne(text)) {
            return statement(file, Statement.parse(text).verify(trust));
        }
        return text.startsWith(TlogProof.HEADER) ? bare(file, text) : entry(file, EntryProof.parse(text).verify(trust));
    }

    private static String text(Path path) throws IOException {
        try {
            return Utf8.decode("the file", Files.readAllBytes(path));
        } catch (Malformed notText) {
            throw new Unusable("The file is not text, so it is no proof. If it was downloaded, download it again.");
        }
    }

    private static boolean isZip(Path path) throws IOException {
        try (InputStream content = Files.newInputStream(path)) {
            byte[] begin = content.readNBytes(2);
            return begin.length == 2 && begin[0] == 'P' && begin[1] == 'K';
        }
    }

    private Answer entry(String file, ProvenEntry proven) {
        checkpoints.add(proven.entry().proof().note());
        var words = new EntryWords(proven, trust);
        return Answer.good(file, words.lines(), words.details());
    }

    private Answer statement(String file, ProvenStatement proven) {
        statements.add(proven);
        checkpoints.add(proven.statement().proof().note());
        var words = new StatementWords(proven, trust);
        return Answer.good(file, words.lines(), words.details());
    }

    private Answer bare(String file, String text) {
        byte[] content = leaf.orElseThrow(() -> new Unusable("A bare proof does not say what it is about. Name that with --leaf BASE64."));
        if (trust.isBorrowed()) {
            throw new Unusable("A bare proof brings no key. Name the log's key with --key.");
        }
        TlogProof proof;
        try {
            proof = TlogProof.parse(text);
        } catch (Malformed broken) {
            throw new Rejected("format", "It breaks the format: " + broken.getMessage() + ".");
        }
        VerifierKey key = proof.verify(content, trust, "");
        var details = new LinkedHashMap<String, Json>();
        details.put("index", KeyWords.number(proof.inclusion().index()));
        details.putAll(KeyWords.details(proof.checkpoint(), key, trust));
        String place = "The leaf is entry %,d of %,d (index %d).".formatted(
                proof.inclusion().index() + 1, proof.checkpoint().size(), proof.inclusion().index());
        var cosignatures = trust.witnesses().of(proof.note());
        details.put("witnesses", KeyWords.witnesses(cosignatures));
        var lines = new ArrayList<>(List.of(place, KeyWords.signature(proof.checkpoint(), key), KeyWords.trust(trust, "file")));
        lines.addAll(KeyWords.witnesses(trust, cosignatures));
        checkpoints.add(proof.note());
        return Answer.good(file, lines, details);
    }

    private Answer chain(String file, Path path) throws IOException {
        var counted = statements.chain(0);
        var proofs = new ProofLines(trust, 0, counted);
        try (InputStream content = Files.newInputStream(path)) {
            long length = proofs.read(content);
            ProvenEntry newest = proofs.newest().orElseThrow(() -> new Unusable("The file is empty: there is nothing in it to check."));
            var coverage = counted.coverage();
            if (coverage.filter(each -> each.missing() > 0).isPresent()) {
                throw new Rejected("number", "The file ends with entry %,d, and the newest %,d that the statement counts are missing."
                        .formatted(length, coverage.get().missing()));
            }
            checkpoints.add(newest.entry().proof().note());
            return new CopyWords(trust).chained(length, 0).counted(coverage).newest("The newest of them:", newest).answer(file);
        }
    }

    private Answer copy(String file, CheckedCopy copy) {
        var words = new CopyWords(trust).summed(copy).single(copy.single());
        copy.chained().ifPresent(length -> words.chained(length, copy.ended()).counted(copy.coverage()));
        copy.newest().ifPresent(newest -> checkpoints.add(newest.entry().proof().note()));
        copy.newest().ifPresentOrElse(
                newest -> words.newest("What the proofs say is what the log holds. The last of them:", newest), words::withoutProofs);
        return words.answer(file);
    }
}
