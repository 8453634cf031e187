package org.innsyn.verifier.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.entry.ProvenEntry;
import org.innsyn.verifier.heads.Coverage;
import org.innsyn.verifier.note.Trust;

/** What is said about many proofs at once: a person's whole access log, or a copy. */
final class CopyWords {

    private final Trust trust;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Json> details = new LinkedHashMap<>();

    CopyWords(Trust trust) {
        this.trust = trust;
    }

    CopyWords summed(Optional<Integer> files) {
        lines.add(files.map("All %,d files are the ones manifest.json lists. The manifest is not signed: its sums show damage, not who wrote it."::formatted)
                .orElse("There is no manifest.json, so only the proofs could be checked."));
        files.ifPresent(count -> details.put("summedFiles", KeyWords.number(count)));
        return this;
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
