package org.innsyn.verifier.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.innsyn.verifier.copy.CheckedCopy;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.entry.FieldWords;
import org.innsyn.verifier.entry.ProvenEntry;
import org.innsyn.verifier.heads.Coverage;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.note.VerifierKey;

/** What is said about many proofs at once: a person's whole access log, or a copy. */
final class CopyWords {

    private final Trust trust;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Json> details = new LinkedHashMap<>();

    CopyWords(Trust trust) {
        this.trust = trust;
    }

    CopyWords summed(CheckedCopy copy) {
        lines.add(copy.summedFiles().map("All %,d files are the ones manifest.json lists, and there are no others."::formatted)
                .orElse("There is no manifest.json, so only the proofs could be checked."));
        copy.summedFiles().ifPresent(count -> {
            details.put("summedFiles", KeyWords.number(count));
            copy.signer().ifPresentOrElse(signer -> signed(signer, copy.signerWasGiven()),
                    () -> lines.add("The manifest is not signed: its sums show damage, not who wrote it."));
        });
        return this;
    }

    private void signed(VerifierKey signer, boolean given) {
        String key = FieldWords.printable(signer.toString());
        lines.add(given
                ? "The manifest is signed with a key you named: " + key + "."
                : "The manifest is signed with a key that came with it: " + key + ". Get that key from elsewhere and name it with --key to know whose word the copy is.");
        details.put("copyKey", new Json.Text(signer.toString()));
        details.put("copyKeyWasGiven", new Json.Truth(given));
    }

    CopyWords single(int proofs) {
        if (proofs > 0) {
            lines.add("All %,d proofs that stand alone are good.".formatted(proofs));
        }
        details.put("proofs", KeyWords.number(proofs));
        return this;
    }

    CopyWords chained(long length, long ended) {
        lines.add("All %,d proofs are good, and each follows the one before it: nothing is missing between %s and number %,d."
                .formatted(length, ended == 0 ? "the first entry" : "number %,d".formatted(ended + 1), ended + length));
        if (ended > 0) {
            lines.add("The %,d entries before them are not here: manifest.json says that their time was over. That cannot be checked from here; an older copy shows what they were."
                    .formatted(ended));
            details.put("ended", KeyWords.number(ended));
        }
        details.put("chained", KeyWords.number(length));
        return this;
    }

    CopyWords counted(Optional<Coverage> coverage) {
        lines.add(coverage.map(StatementWords::beside).orElse(
                "Whether the newest entries are all here is not known without a completeness statement of this log."));
        coverage.ifPresent(each -> details.put("counted", KeyWords.number(each.statement().statement().number())));
        return this;
    }

    CopyWords newest(String begin, ProvenEntry newest) {
        var words = new EntryWords(newest, trust);
        lines.add(begin);
        lines.addAll(words.place());
        details.putAll(words.signature());
        return this;
    }

    void withoutProofs() {
        lines.add("It holds no proofs, so nothing is shown about the signed log.");
    }

    Answer answer(String file) {
        return Answer.good(file, lines, details);
    }
}
